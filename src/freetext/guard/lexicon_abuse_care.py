"""What people write of rough handling, neglect and sexual harm by those who care, teach, let or employ; part of lexicon_abuse."""

CARE = """
# rough hands
force|forces|forced|forcing|shove|shoves|shoved|ram|rams|rammed|push|pushes|cram|crams .. spoon|food|feed|feeds|feeding|fed|tablets|porridge|drink|cup & her|him|them|mum|dad|nan|gran|residents|resident|children|kids|ones|me|wont|gags|mouth|till|until|down|throat
force|forcefully|forced feed|feeds|feeding|fed|fead
forcefeed*|forcefed
hold|holds|holding|held|pinch|pinches|pinching her|his|their|my nose|noses|jaw|mouth|mouths|hands|arms|wrists & food|eat|feed|spoon|tablets|drink|down|open|shut|til|until|swallow
drag|drags|dragged|dragging|yank|yanks|yanked|haul|hauls|hauled|pull|pulls|pulled|lift|lifts|frogmarch*|march* .. by|along|across|out|up & hood|hair|arm|arms|wrist|scruff|collar|ear|ankle|ankles|leg|jumper|hand|neck|nightie & her|him|them|kids|me|residents|mum|dad|young|he|she|child|children|patient|resident|staff|carer
nip|nips|nipped|pinch|pinches|pinched|flick|flicks|flicked|twist|twists|twisted|slap|slaps|prod|prods|poke|pokes|jab|jabs & where|wont show|arm|arms|skin|ear|ears|little ones|residents|patients|clients|under|leg|hand|hands & staff|carer|assistant|nurse|worker|she|he|they|ones|teacher|colleague
where it|they|nobody|noone wont|doesnt|cant|can|wouldnt show|see
when|if she|he|they|nobody|noone|one|no .. thinks|think|nobody|noone|one|is|are|isnt|no .. looking|watching|around|there|about & staff|carer|worker|he|she|residents|people|young|shout*|hit*|rough|drag*|slap*|pinch*|pull*|push*|swear*
pin|pins|pinned|pinning|sit|sits|sat|kneel|kneels|lie|lay .. him|her|them|me|mum|dad|son|lad|residents|patient .. to|on|down .. floor|ground|wall|bed|back|chest|chair|down & adults|staff|four|three|school|bruise*|restrain*|flapping|breathe|every|they|he
four|three|five|six|two|several|grown adults|staff|men|people|carers|grown|guards|officers & pin*|held|hold|restrain*|sat|drag* & him|her|me|son|daughter|child|lad|boy|mum
tie|tied|ties|tying|strap|strapped|bind|wedge|wedged|block|blocked|belt|sheet|sheets|trap|trapped .. to|in|with|into|bed|chair|rail|rails|down|her|him|them & bed|chair|rail|rails|sheet|wheelchair|table|scarf
dose|doses|dosed|dosing|drug|drugs|drugged|sedate|sedates|sedated|medicate|medicated|knock|knocks|dope|dopes|doped|zonk* ... him|her|them|out|mum|dad|me|residents|patients
keep|keeps|kept|keeping him|her|them|mum|dad|me|us|residents|patients quiet|drugged|sedated|sleepy|doped|asleep|docile
hide|hides|hid|hiding|take|takes|took|remove|removes|removed|move|moves|moved|puts|put .. walking|zimmer|stick|glasses|aids|hearing|dentures|buzzer|bell|teeth|frame|wheelchair|crutches & him|her|residents|reach|game|film|laugh*|punish*|cant|stop|quiet|wander*|mum|dad|nan|they|staff|night
bell|buzzer|cord|button|alarm & reach|unplugged|moved|disconnected|hidden|switched|taken|away|off & her|him|mum|dad|nan|resident|residents|patients|so|ring|she|he|cant|carer|staff|noise
bolt|bolts|bolted|padlock|padlocked|lock|locks|locked|wedge|wedged|tied .. door|doors|room .. from|at|on|outside .. outside|nights|night|handle
bolt|bolts|bolted|padlock|padlocked|wedged & door|doors|room & his|her|their|my|mum|dad|he|she|residents|kids|them|him
kept|keep|keeps|locked|left|shut|confined|stuck|banged in|up|to my|their|his|her|our|the? .. room|rooms|cell|bed|chair|cot|bedroom|pad|box .. hours|23|22|20|all|days|for|most|round & young|residents|lads|kids|unit|mum|dad|nan|cold|day|clothes|they|he|she|wet|food|me|us
food|meals|dinner|dinners & hatch|floor|bowl|cold|plastic|spoon|bucket & kept|locked|rooms|room|residents|hours|eat|fed|shoved|thrown|them|kids|lads|slid
scream|screams|screamed|screaming|shout|shouts|shouted|shouting|yell|yells|yelling|bawl|bawls|swear|swears|swearing|roar|roars in|into|at|on .. face|faces|residents|patients|mum|nan|dad|gran|old|lady|kids|them|vulnerable|dementia|clients|service|pupils & he|she|they|staff|carer|carers|boss|manager|head|every|me|nurse|worker|shut|teacher
laugh|laughs|laughed|laughing|mock|mocks|mocked|mocking|mimic|mimics|tease|teases|teased|film|films|filmed|filming|joke|jokes|game|wind & residents|patient|patients|old|dementia|him|her|disabled|mum|nan|dad|clients|resident & staff|carers|carer|nurses|nurse|hcas|workers|worker|they & crying|cried|naked|fell|falling|up|frame|confused|wet|soiled|toilet|snapchat|phones|phone|distress*|at|find
ignore|ignored|ignores|ignoring .. bell|buzzer|screams|crying|cries|shouts|calls|begging|pleas & residents|resident|mum|dad|nan|lady|gran|patient|patients|hours|night|staff|carers|her|him
told|tell|tells|says|said .. do it|wet|go|wee|wait|soil|poo|use .. in|the|your|yourself|her|his? pad|nappy|bed|pants
serve|serves|served|your own|her own|his own you|her|fault|right & bed pan|bedpan|wet|toilet|cried|soiled|carer|nurse|drinking|fell|pad|told|said
attention seeking|seeker & insulin|medication|ring|bell|staff|home|say|says|ward|pain|cut|crying|nurse|carers
until|til|till|unless|if|when he|she|they|i|we behave|behaves|behaved|behaving
withhold|withholds|withheld|withholding|hold|holds|held|holding back|painkillers|his|her|my|tablets|medication|meds|morphine|insulin|food|drink|drinks|water .. painkillers|tablets|medication|meds|morphine|insulin|food|drink|til|till|until|behave|behaves|punish*
insulin|tablets|painkillers|medication|meds|morphine|inhaler & late|not|never|without|missed|wrong|doesnt|dont|forget|forgot|run & home|carer|carers|office|staff|agency|warden|manager & say|says|said|blame|ring|seeking|nobody|resident|mum|dad|nan
# left without
same .. nightie|nightdress|clothes|pad|nappy|shirt|jumper|vest|trousers|pyjamas|chair|sheets|knickers|top|cardigan|dress|underwear|pants|socks|outfit|position & days|week|weeks|since|food|stain*|stink*|yesterday|friday|monday|sunday|soup|smell*|visit|wet|every|dirty|still|dried
dried|old|yesterdays|crusted|caked food|blood|faeces|mess|sick|gravy|porridge|soup|egg|poo|urine|vomit & on|down|over|face|chin|jumper|nightie|clothes|days|hands|nails|sheets|chair|top|mouth
fed|feed|feeds|feeding|eats|eat|washed|wash|changed|turned|toileted once|hardly|barely|never|rarely|nobody|isnt|not|scraps|twice a|per|in? day|week|properly|days & mum|dad|nan|gran|grandad|he|she|him|her|resident|residents|they|carers|whoever|wet|bed
isnt|not|never|wasnt|arent|werent|hasnt|havent|no one|nobody|hadnt being|been|is|was|gets|getting|get fed|washed|changed|turned|bathed|showered|shaved|toileted|dressed|cleaned|fead & days|weeks|week|mum|dad|nan|gran|grandad|resident|residents|since|friday|monday|sunday|smell*|he|she|son|daughter|carers
bed|mattress|sheets|chair|pad|cushion|nightie is|was|were|are|always|still wet|soaked|soaking|sodden|stinking|soiled|drenched|filthy through? & dad|mum|nan|gran|grandad|he|she|her|his|carer|carers|resident|residents|every|always|when|whoever|day|days
tray|trays|plate|plates|meal|meals|dinner|dinners|food|water|drink|jug|cup|tea & back|away|full|untouched|reach|cold|taken|far|side & feed|fed|help|themselves|without|hands|stroke|blind|dementia|swallow|lift|reach|cant & residents|patients|mum|dad|nan|gran|ones|people|her|him|lady|she|he|they|rest
unshaven|unwashed|unkempt|dishevelled|parched|dehydrated|unfed|bedraggled|matted|greasy|smelly & whenever|every|always|when|each|found|visit*|left|nobody & dad|mum|nan|gran|grandad|he|she|her|him|resident|uncle|aunt|husband|wife|brother|sister
weighed|weighs|weight|stone|kilos|lost|dropped & went|moved|since|when|months|weeks & in|home|now|there|here|carers & eats|feeding|fed|eat|food|bones|thin|nobody|noone|one|knows|tell|clothes|half & she|he|mum|dad|nan|gran|her|his|resident|husband|wife
wouldnt|wont|not|never|dont|doesnt|refuse|refused|stopped|stop let|allow|give|giving|letting|given .. drink|drinks|fluids|water|tea|toilet & after|until|til|past|six|night|wet|pad|bed|so|lips|begging|crying & her|him|mum|dad|nan|she|he|residents|them|me
lips|mouth|tongue|skin & cracked|dry|bleeding|peeling|split|sore|ulcers & drink|water|fluids|reach|nobody|days|she|he|mum|dad|nan|resident & drink|water|fluids|home|carers|staff|let|given|nobody
left|leave|leaves|stuck|sat|put on|in|sitting|sat? the|a|his|her|my? bedpan|pan|commode|toilet|bath|hoist|chair|bed & cried|crying|hour|hours|over|fault|since|forgot*|friday|monday|sunday|night|overnight & pan|bedpan|commode|clothes|same|hoist|wet|soiled|bath|cried|fault|naked|cold|cry|toilet|stuck|stepdad|says
chair|bed|room & since|all day|days|weeks|week|night & left|sat|stuck|kept|put|parked & clothes|wet|same|soiled|fed|food|alone|sores|smell*|drink|nan|gran|mum|dad|fine
not|no one|nobody|noone|never .. seen|see|heard|spoken .. her|him|mrs|mr|lady|neighbour|man & since|weeks|months|moved|curtains|nephew|son|shouting|smell|milk
neglected|forgotten|abandoned|dumped|rotting|left to rot|left to die & home|chair|bed|room|carers|staff|flat|ward & mum|dad|nan|gran|he|she|him|her|resident|residents|husband|wife|brother|sister|i
wasting|fading|shrinking away & home|care|carers|staff|mum|dad|nan|gran
# hands and eyes
hand|hands|fingers|arm|foot on|up|down|round|around|over|inside|where|between|under|near|towards .. my|his|her|their|our|it|the|me|girls .. leg|legs|knee|knees|thigh|thighs|bum|waist|chest|breast|breasts|bottom|lap|skirt|shirt|top|trousers|shouldnt|crotch|groin|boobs|arse|pants|underwear|blouse & puts|put|putting|keeps|kept|always|he|man|driver|boss|slid|slides|slips|had|has|his
hand|hands|fingers .. where|were|places .. shouldnt|didnt|dont|not|wrong|no business|ought
made|makes|making|make|forced|forces|get|gets|got|asked|asks|paid|pays me|us|her|him|them|girls|boys|lads|kids to? do|did|touch|watch|perform things|stuff|it|that|sexual|him|himself|themselves|his & want|like|shouldnt|wrong|vapes|cell|night|room|bad|dirty|didnt|dont|secret|respite|never|told
did|do|done|does|doing|happened things|stuff|something|it to|with us|me|them|her|boys|girls|kids|him & care|children|priest|still|never|told|night|bad|wrong|home|man|uncle|teacher|brother|worker|secret
things|stuff|something|what|summat .. went|goes|happens|happening|going on? & never|coach|man|minibus|camp|behind|doors|showers|dorm|teacher|priest|brother|children|shame
rub|rubs|rubbing|rubbed|strokes|stroking|stroked|massages|massaging|massaged|brushes|squeezes|plays|playing with|up|against? my|her|his|their|our .. shoulders|back|neck|leg|hair|arm|thigh|knee|feet & sir|teacher|boss|manager|keeps|breath*|detention|creep*|uncomfortable|tutor|driver|uncle|stepdad|coach|supervisor|landlord|alone|close
breathing|breathes|breathed|leaning|leans|standing|stands too|over|on|so|right close|me|up|behind|against & sir|teacher|boss|manager|creep*|tutor|coach|uncle|uncomfortable|rub*|landlord|detention
sits|sit|gets|climbs|climb|lies|comes|creeps|perches|lays in|into|on|onto|over my|our|her|his|their bed|bunk|lap|knee & dont like|night|nights|worker|uncle|stepdad|brother|lodger|bf|boyfriend|grandad|secret|wont|scared|cuddle*|sister|carer
makes|make|makin me|us|her|girls|my .. uncomfortable|skin|dirty|creeped|squirm|flesh & he|staff|worker|man|teacher|boss|coach|looks|stares|touch*|comments|close|manager|driver
sleeping|slept|sleeps|sex|shagging|shags|affair|relationship|relations|dating|snogging|kissing with? of? .. girls|girl|residents|resident|patient|patients|client|clients|pupil|pupils|student|tenant|tenants|inmate|service users|boys|lads|young & worker|staff|carer|manager|officer|teacher|warden|nurse|sir|tutor|coach|support|deputy|landlord|doctor
pay|paying|paid him|her|them|me|back|it|you? .. another|other|some|different|in|a|with way|kind|ways|body|favours|sex & rent|landlord|boss|debt|dealer|says|lender|owe|fine|he
touched|kissed|groped|grabbed|cornered|fondled|licked|rubbed by a|an|the|my|our|his|her|one? of? the|my? instructor|man|teacher|coach|tutor|boss|manager|driver|uncle|priest|vicar|doctor|landlord|carer|porter|masseur|physio|stranger|officer|guard|colleague|supervisor|resident|patient|brother|cousin|stepdad|customer|passenger|bloke
touchy feely
wouldnt|wont|didnt|doesnt|not|never|cant take|accept|hear|understand no for|as? & i|me|my|he|her|him|lad|man|ex|she
clothes|naked|underwear|knickers|undressed|trousers|jeans|pants|bra & off|down|gone|ripped|undone|missing
undressed|naked|dressing|shower|showering|towel|changing|nightie|underwear|knickers|bra & warden|landlord|lodger|stepdad|bf|boyfriend|staff|agent|caretaker|neighbour|man|male & comes|came|walks|walked|barges|enters|stands|stood|looking|lets|watching|watches|knock|knocking|without|key|stares|peeps|holes
comes|lets|walks|coming|enters|creeps|sneaks in|into|to|himself|themself|herself .. my|our|her|girls|womens flat|room|cell|bedroom|house|bathroom|home|rooms & without|likes|undressed|makes|scared|whenever|knock|knocking|vapes|things|asleep|drunk|strokes|touches|secret|stands & officer|warden|landlord|he|man|worker|staff|manager|stepdad|lodger|brother|neighbour|uncle
message|messages|messaging|messaged|texts|texting|dm|dms|snaps|snapchats & late|night|midnight|private|secret|dont|tell|delete|photos|pictures & pupils|pupil|students|girls|boys|kids|residents|clients|patients|patient & teacher|deputy|head|coach|tutor|staff|sir|worker|nurse|he|doctor|carer|there|leader
gets|get|keeps|takes|kept|took pupils|girls|boys|patients|residents|them|kids|her|him|me on|by|alone|back .. own|themselves|herself|himself|alone|behind|office|after & message*|dont|secret|tell|show|touch*|lock*|shuts|door|hug*|buys|gifts|scared|told
priest|vicar|coach|scoutmaster|teacher|uncle|brothers|nuns|monk|housemaster|matron|warden|elder|pastor|leader & did|happened|things|went on|favourites|touched|hurt|showers|camp|minibus|dorm|tent & never|told|still|us|me|family|years|boys|children|girls|back|anyone
when i was|were|we in|at|a|little|young|small|boarding care|home|school|child|kid|boy|girl|little|convent|borstal|foster & did things|did|touched|hurt|beat|beaten|locked|happened|made|abused|raped|interfered|man|nuns & still|never|told|us|me|now|today|works|dreams|nightmares|man
go|went|told|tell|said|sent|send .. back .. husband|him|wife|ex|abuser|partner & pray|obey|eye|hit|beat*|church|elder|mosque|imam|family|police|shame|black|bruise*|scared|duty
# on wards and in homes
buzz|buzzed|buzzer|bell|pressed|begged & nobody|noone|one|ignored|hours|never & wet|soiled|accident|mess|humiliat*|pee|wee|pad|bedpan|commode
same|dirty|filthy|soiled|stained|bloody gown|bedding|bed clothes?|dressing|bandage|incontinence & days|week|weeks|since|left|mum|dad|nan|gran|he|she
catheter|stoma|colostomy|bag & overflow*|burst|overflowed|leaked|full & left|hours|days|nobody|noone|lying|soaked|bed|ignored|night
told|tells|telling|said|says|snapped|shouted .. shut up
told|tells|telling .. stop being|moaning|crying|whining|making|screaming|wailing & mum|dad|nan|gran|resident|patient|patients|residents|her|him|old|lady|me
like a .. sack|meat|slab|ragdoll|rag|parcel|cattle|cow|lump|corpse
mitten|mittens|mitts|bedrails|lapbelt|straps|restraint|restraints|restrained & mum|dad|nan|her|him|he|she|resident|residents|patient|patients|hands|hours|me
held|pinned|hold|pin .. down & inject*|needle|screaming|naked|five|four|six|bruise*|crying|staff|men|breathe
said|told|screamed|begged|asked|shouted|cried|pleaded|saying .. stop & carried|carry|kept|continued|anyway|ignored|laughed & i|me|she|her
feel|felt|feeling|feels violated|assaulted|dirty|invaded|unsafe|preyed
found her|him|mum|dad|nan|gran|them .. on .. floor & hours|night|overnight|cold|wet|soiled|morning|carer|carers|nobody
lost|losing two|three|four|five|half|so|2|3|4|5|lots|a much|stone|kilos|lot & home|ward|carers|in there|fed|eat|nobody|staff & mum|dad|nan|gran|he|she|husband|wife|brother|aunt|uncle
nobody|noone|not|no one|never|isnt|arent .. helps|help|helping|helped|feeds|feed|feeding|fed .. him|her|them|mum|dad|nan|eat|drink & mum|dad|nan|gran|he|she|her|him|residents|patients & eat|food|meals|drink|tray|plate|tea|dinner
sat|left|lay|lying|sitting|waited|laid .. in|with|wearing|soaked my|her|his|a|own|the|wet|soaked .. wet|blood|urine|faeces|nappy|pad|sheets|pads|dirty|sick|vomit|diarrhoea|soiled|mess|waste & hour|hours|night|day|days|morning|nobody|noone|shift|ignored|until|til
swear|swears|swore|sworn|cursed|effing|snarled|barked at & carer|carers|nurse|staff|hca|resident|residents|patient|patients|mum|dad|nan
smack|smacked|slap|slapped|tap|tapped|hit|hitting|pinched|nipped|flicked .. hand|hands|wrist|face|leg|arm|bottom|head|mouth & carer|nurse|staff|hca|mum|dad|nan|gran|her|his|resident|lady|patient
grab|grabbed|grabs|twisted|wrenched|bent|squeezed .. arm|arms|wrist|wrists|hand|neck|chin|jaw|hair|shoulder & mum|dad|nan|gran|her|his|my|resident|residents|patient|lady|marks|bruise*|hard|rough*
rough|roughly|heavy handed? & wash*|turn*|lift*|handled|dress*|cries|cried|bruise*|mum|dad|nan|resident|residents|hurts|carer|carers|moving
screams|screaming|crying|cries|sobbing|begging|shouting|calling .. out|for|in? & lady|man|woman|resident|patient|bed|bay|corridor|mum|dad|nan|old|next
carer|carers|worker|agency|helper|homecare|pa & late|never|doesnt|dont|misses|missed|stays|signs|says|lies|phone|sleeps|asleep|minutes & fed|wet|wash*|starv*|hungry|soiled|tablets|insulin|alone|lied|bed|thirsty|nappy|pad
medication|tablets|insulin|painkillers|morphine|pain relief & refused|withheld|denied|punish*|wouldnt|stopped|begged|begging & nurse|staff|carer|carers|officer|guards|home|manager|warden|screaming|agony|cry|crying
lied|lie|lying|lies .. how|about|to & broke|broken|bruise*|happened|fell|fall|injur*|arm|eye|a&e|marks
asked .. if|whether|was .. safe|okay|alright|happening|home|hit|hurt & lied|yes|sat|there|next|listening|couldnt|husband|partner|he
bruise*|broken|fracture*|burn*|cuts|injur* & not|didnt|never|isnt|arent|wasnt from|by|fall|accident|fell|clumsy
exposed|uncovered|naked|undressed|undignified & corridor|ward|curtain|curtains|everyone|view|open|hours|cold|bay & left|mum|dad|nan|gran|her|him|me|old|lady|man|resident
left|leave|leaves|put .. without|no|in|with .. clothes|blanket|pad|underwear|knickers|trousers|dignity|buzzer|drink & mum|dad|nan|gran|her|him|me|lady|resident|he|she
scared|afraid|frightened|terrified|dare|darent .. to? ring|press|buzz|complain|speak|ask|call & nurse|carer|carers|staff|bell|buzzer|home|punish*|worse|told|angry|shout*|night
phones|tiktok|chatting|sleeping|asleep|gossiping|smoking & residents|resident|mum|dad|nan|gran|patients & wet|crying|calling|buzzer|bell|fed|soiled|hungry|thirsty|alone|ignored
# told, kept short, taken from
told|called .. being .. nuisance|pest|dramatic|demanding|attention & pain|nothing|buzzer|bell|ignored|nurse|carer
black and blue
nasty|horrible|cruel|rough|mean|unkind to|with me|him|her|them|us|mum|dad|nan|gran & night|comes|believe|dementia|afraid|scared|carer
catheter|bag|stoma|pad|bottle|commode .. full|overflowing|bursting & hours|before|left|nobody|since|pulling|burst
ask|need|get|asking|needs|begging .. his|her|their|husbands|partners permission
picks|chooses|decides|picked|chose .. what|which|my .. wear|eat|tooth|clothes|doctor|friends & he|husband|partner|boyfriend|son
change|changed|changing|rewrite|rewritten|persuaded|altered .. her|his|their|mums|dads will|deeds
family|visitors|us|daughter|son .. not|arent|werent|wont|never let|allowed in|near & door|house|mum|dad|her|him|see|will|carer|friend
walked|walk|walks|straight past her|his|their|my tray|buzzer|bell|meal|food|bed
only ones|one|person .. fed|feeds|washed .. nan|mum|dad|him|her|gran
ring|rings|necklace|bracelet|earrings|jewellery|purse & gone|missing|vanished|disappeared|lost & home|carer|nan|aunt*|mum|gran|resident|finger|fingers|cleaner
nobody|noone|no one? .. loves|wants|likes|believes you
put|puts|made her|him|them up to it|this|that|taking & loan*|owes|money|debt|steal*|sign*
loan|loans|debt|debts|credit|overdraft & her|his|my name & son|grandson|nephew|boyfriend|partner|husband|carer|friend|ex|without
chaperone & left|without|alone|refused|sent
doctor|physio|dentist|masseur|therapist|osteopath did things|stuff|something
not|wasnt an|a|any|really examination|exam|massage & did|touch*|things|felt|doctor|room
"""
