"""Words that rules share: who, whose body, which medicine, how long."""

SETS = {
    "me": "i im ive id ill me my myself mine we us our",
    "self": "myself himself herself themselves themself yourself hisself meself mysel ourselves himsel",
    "his": "my his her their our your the a an that this its",
    "who": "he she hes shes they theyre theyd hed shed theyve him her them who whos someone somebody people everyone staff",
    "child": "child children childs kid kids kiddy kiddie kiddies baby babies babys toddler toddlers newborn infant infants boy boys girl girls "
    "girls lad lads lass lasses laddie lassie son sons daughter daughters grandson grandsons granddaughter granddaughters grandchild "
    "grandchildren grandkid grandkids grandbaby nephew nephews niece nieces stepson stepdaughter stepchild stepkids stepchildren twins "
    "teenager teenage teenagers teen teens schoolboy schoolgirl schoolchild pupil pupils bairn bairns wean weans tot tots nipper classmate "
    "classmates foster fostered brownies brownie cubs youngster youngsters minor underage sibling siblings preschooler tween "
    "brother sister brothers sisters schoolkid schoolkids schoolchildren nursery reception little",
    "kid": "child children childs kid kids kiddy kiddie kiddies baby babies babys toddler toddlers newborn infant infants boy boys girl girls "
    "lad lads lass son sons daughter daughters grandson granddaughter grandchild grandchildren grandkid grandkids nephew niece stepson "
    "stepdaughter stepchild twins teenager teenagers teen teens schoolboy schoolgirl bairn bairns wean weans tot nipper classmate minor "
    "underage youngster youngsters stepkids granddaughters grandsons nieces nephews schoolkid schoolkids schoolchildren youngest eldest oldest littles kiddo kiddos kidz sprog sprogs "
    "stepsons stepdaughters grandbabies kiddies kiddie kiddy babby babbies bubba tiddlers littlun littluns littleun youngun younguns preschooler preschoolers",
    "under18": "2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen",
    "age": "old yo yrs yr year years aged",
    "kin": "mum mums mam mams mom mother mothers mummy dad dads dada daddy father fathers parent parents nan nans nana gran grans granny grandma "
    "grandad grandads granddad grandfather grandmother grandpa grandparents aunt aunty auntie uncle cousin cousins brother brothers sister "
    "sisters wife wifes husband husbands hubby partner partners boyfriend girlfriend fiance fiancee ex bf gf missus spouse step stepdad stepmum "
    "stepfather stepmother inlaws relative relatives family son sons daughter daughters grandson granddaughter nephew niece fella bloke",
    "anyone": "mum mums mam mom mother dad father daddy mummy nan nana gran grandma grandad granddad grandfather grandmother aunt auntie uncle cousin "
    "brother sister wife husband partner boyfriend girlfriend ex son daughter lad friend friends mate mates neighbour neighbours neighbor "
    "colleague colleagues resident residents patient patients client clients tenant tenants student students pupil pupils housemate flatmate "
    "roommate cellmate lady man woman gentleman bloke guy fella girl boy him her them me us my he she someone somebody people staff nurse "
    "carer carers worker driver child children kid kids baby prisoner inmate lodger customer user service grandson granddaughter niece nephew",
    "carer": "carer carers staff nurse nurses hca hcas support worker workers assistant assistants doctor doctors porter porters warden wardens "
    "agency manager managers officer officers consultant surgeon physio therapist teacher teachers tutor lecturer coach priest vicar imam pastor "
    "boss supervisor landlord driver they theyve theyd he she hes shes someone somebody one",
    "abuser": "husband husbands hubby wife wifes partner partners boyfriend boyfriends girlfriend girlfriends ex bf gf fiance missus stepdad stepfather stepmum "
    "stepmother dad dads father fathers mum mums mother mothers son sons daughter daughters brother brothers sister sisters uncle aunt cousin grandson "
    "granddaughter nephew niece carer carers landlord boss manager supervisor housemate flatmate lodger family inlaws neighbour coach teacher "
    "priest vicar pastor imam lecturer tutor fella bloke he hes hed him she shes her they them man men guy",
    "body": "arm arms leg legs wrist wrists thigh thighs hand hands face head neck throat back chest belly stomach tummy ribs rib eye eyes ear ears nose "
    "mouth jaw cheek cheekbone teeth tooth skull hip hips shoulder knee ankle foot feet finger fingers toe toes skin groin bum bottom skull lip",
    "hit": "hit hits hitting punch punched punches punching slap slapped slaps slapping kick kicked kicks kicking beat beats beaten beating thump thumped "
    "thumps smack smacked smacks smacking batter battered batters battering belt belted whack whacked headbutt headbutted headbutts attack "
    "attacked attacks attacking assault assaulted assaults assaulting bash bashed stamped stamp choke choked chokes choking strangle strangled "
    "strangling strangles throttle throttled stab stabbed stabs stabbing bit bite bites bitten biting scratched pinched pinches pinch shoved shove "
    "shoves shoving grabbed grab grabs grabbing dragged drags drag pushed pushes push pushing threw throws thrown chucked chucks lobbed lunged "
    "lamped decked walloped clouted clobbered twatted leathered glassed spat spits spit spitting nutted slashed slash bottled knifed shot",
    "weapon": "knife knives machete machetes blade blades sword swords gun guns shotgun rifle pistol firearm firearms axe axes hammer bat bats crossbow "
    "screwdriver scissors brick bricks acid petrol bomb zombie cosh knuckleduster bb weapon weapons hatchet samurai catapult crowbar bottle taser",
    "med": "tablets tablet pills pill meds medication medications medicine medicines insulin lithium methadone script scripts prescription prescriptions "
    "inhaler inhalers steroids steroid antibiotics depot warfarin thinners anticoagulant anticoagulants morphine antipsychotic antipsychotics "
    "antidepressants antidepressant epilepsy oxygen epipen pen chemo chemotherapy dialysis radiotherapy painkillers paracetamol clozapine "
    "hydrocortisone keppra valproate epilim statins levothyroxine thyroxine apixaban injection injections dose doses drug drugs sertraline "
    "immunosuppressants immunosuppressant tacrolimus beta blockers heparin fragmin ventolin salbutamol buvidal subutex patches transfusion "
    "olanzapine risperidone aripiprazole digoxin bisoprolol gabapentin pregabalin diazepam rivaroxaban clopidogrel prednisolone",
    "many": "all whole loads load lots many handful handfuls packet packets pack packs bottle bottles bunch strip strips box boxes boxful tub stash "
    "stack overdose stockpile couple twenty thirty forty fifty hundred 20 30 32 40 48 50 60 100 double",
    "hurtword": "bruise bruises bruised bruising marks mark handprint handprints burn burns burned burnt scald scalds scalded welts welt cuts scars fracture "
    "fractured fractures broken bleeding bled injury injuries injured wounds wound sore sores bedsore bedsores ulcer ulcers lump lumps blackeye",
    "now": "now still again today tonight since currently this morning yesterday last keep keeps keeping",
    "long": "hours hour days day weeks week months month years year yesterday monday tuesday wednesday thursday friday saturday sunday since morning night weekend",
    "said": "said says say saying told tells telling shouted shouts shouting threat threats threatened threatens threatening texted texts wrote "
    "written messaged warned warns promised swore swears reckons screamed screams yelled yells vowed whispers whispering whispered sent dmd "
    "hinted keeps posted rang commented swear promise",
    "soon": "will would ll gonna gunna going id ill hed hell shed shell theyd theyll wed youll could might wanna want wants wanted should goin",
    "harm": "jump batter kill stab cut slice burn deck lamp bury shoot hurt smash break snap slit gut torch bomb drown slap hit punch kick knock "
    "beat strangle choke rape attack rob chop carve murder merk shank bash leather murk cave run mow glass bottle rip skin maim throttle "
    "headbutt harm bite slash knife poke clump nut chin floor shove",
    "harming": "jumping battering killing stabbing cutting slicing burning decking burying shooting hurting smashing breaking snapping slitting "
    "torching bombing drowning slapping hitting punching kicking beating strangling choking attacking chopping murdering bashing caving "
    "running mowing ripping maiming throttling harming slashing knifing poisoning suffocating smothering blowing kidnapping torturing shoving pushing",
    "place": "house home flat door window windows garden gate street road work school car tent van room shop estate nursery job address yard",
    "hater": "gay lesbian trans transgender queer black brown asian muslim jewish sikh hindu polish romanian indian pakistani african foreign foreigner "
    "immigrant refugee traveller gypsy disabled wheelchair autistic hijab headscarf turban accent skin colour religion race goth disability",
    "soul": "i im ive id me my myself he she hes shes him her his hers them they son daughter husband wife partner ex mum mam dad brother sister mate "
    "friend neighbour neighbours nan gran grandad lad girl boy boyfriend girlfriend uncle aunt cousin colleague carer child kid kids baby family",
    "horizon": "christmas xmas easter summer spring winter autumn birthday twenty thirty forty fifty sixty seventy eighty 16 17 18 19 20 21 25 30 40 50 60 "
    "sixteen eighteen seventeen nineteen eid ramadan diwali august september october november december january february march april june july term "
    "weekend   release weekend morning wedding retirement pension parole term exams graduation prom sentence spring",
    "sign": "breath breathing breathe breathless chest bleeding bleed blood bled vomit vomiting vomited fits fitting seizure seizures collapsed collapsing "
    "fainted fainting blackouts numb numbness slurring slurred swollen swelling swelled rash fever temperature pus infected sepsis clot clots palpitations agony "
    "dizzy confused confusion drowsy floppy grey headache headaches vision stroke choking wheezing jaundiced jaundice delirious hallucinating dehydrated "
    "unconscious gasping convulsions clammy shivering rigors mottled weeping oozing tingling paralysed lump vertigo hives convulsing swole",
    "subject": "abuse abusive violence neglect exploitation safeguarding grooming bullying suicide harm protection stabbing stabbings crime trafficking "
    "slavery lines harassment assault assaults cruelty violent extremism radicalisation murder attacks aggression stroke choking sepsis seizures self",
    "thing": "training leaflet leaflets poster posters course courses assembly assemblies module modules talk talks session sessions team teams service services "
    "charity charities worker workers social unit units lead leads policy policies figures statistics stats question questions campaign campaigns funding "
    "support group groups prevention awareness strategy strategies play film book books novel novels mystery mysteries article articles news helpline "
    "hotline refuge refuges act law laws board partnership hub officer officers nurse nurses conference conferences topic topics debate "
    "lesson lessons workshop workshops briefing briefings webinar programme programmes project projects documentary drama thriller thrillers essay "
    "research survey section form cases caseload specialist specialists coordinator arrangements duties duty procedures protocol guidance cover "
    "exercise exercises scenario scenarios drill advice noticeboard display stall website app video exhibition symptoms",
}
