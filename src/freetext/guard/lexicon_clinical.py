"""What people write who need medical help now, or who went without it."""

from freetext.guard.lexicon_clinical_body import BODY
from freetext.guard.lexicon_clinical_signs import SIGNS

PLAIN = """
# breath, chest, heart
!cant|cannot|cnt|couldnt|struggling|struggle|struggles|hard|difficulty|difficult|trouble|unable|fighting|barely|stopped|stops|not .. breathe|breath|breathing|breathes|breathin
breath|breathing|breathe|breaths|breathless|puffed|gasping|gasp|gasps|wheezing|wheeze|wheezy|rattly|rattling|gurgling|panting|stridor & cant|lie|stairs|sit|sentence|sentences|blue|lips|pain|sharp|fast|worse|bad|inhaler|inhalers|asthma|chest|sudden|suddenly|tired|swollen|oxygen|sats|shallow|noise|rapid|still|again|today|tonight|minute|now
gasping|wheezing|breathless|choking|gagging|stridor|gurgling & i|im|he|hes|she|shes|my|baby|mum|dad|grandad|cant|stairs|so|staff|now
short|shortness of breath
sats|oxygen|saturation|saturations & low|drop*|80|81|82|83|84|85|86|87|88|89|70|75|78|79|run|ran|running|out|seventies|eighties|thing|nobody
pain|pains|tight|tightness|pressure|crushing|heavy|ache|aching|squeezing|burning|elephant|gripping|clutching|stabbing & chest|jaw|heart|breastbone
chest|heart & gripping|clutching|clutches|pains|pain|tight|crushing|racing|pounding|fluttering|stopped|stops|slow|irregular|hammering|thumping|sweating|jaw|coming|skipping & @now|i|my|me|he|she|im|wait|husband|wife|dad|mum|feels|like|lightheaded|faint|dizzy|pills|sweat*|grey|clammy
pain .. down|in|into|through|up .. arm|jaw|shoulder & chest|left|sweat*|sick|tight|now|breath|crushing
palpitations|palpitation|tachycardi*|arrhythmi* & faint|dizzy|@now|chest|hours|blackout|worse|cant|breath
heart attack & im|ive|hes|shes|think & having|now|signs|symptoms
sharp|stabbing pain & breathe|breath|chest|calf|head|sudden
blood clot & think|have|leg|lung
clot|clots|dvt|embolism|thrombosis & my|leg|calf|lung|lungs|swollen|think|have|told|missed|passing
calf|leg|legs|foot|arm|toes|fingers|hand & swollen|tight|hot|red|white|cold|black|blue|numb|dead|purple|throbbing|drum|clot|weeping|pus|smell|smells & @now|op|operation|flight|knee|cant|pain|hard|below|gone|going|went|since|after|plaster|cast|diabetic|no
# stroke, head, fits
stroke & think|signs|symptoms|now|suspected|mini|another|missed|face|speech|having & he|she|hes|shes|im|ive|mum|dad|husband|wife|nobody|my & @now|think|face|arm|speech|ignored|missed|sent|nobody|having|cant|gone
face|mouth|eye|side|smile|lip & droop*|dropped|numb|lopsided|slid|sliding|wonky|fallen|slipped|feeling|weak|twisted|crooked|dribbling|drooling & @now|side|one|ago|mum|dad|wife|husband|he|she|my|speak|arm|words|left|right|lost|gone
slurring|slurred|slurs|gibberish|jumbled|muddled|garbled|rambling|incoherent & @anyone|@me|speech|words|suddenly|hot|since|confused|talking|he|she|morning
cant|cannot|couldnt|wont|stopped|not .. speak|talk|words|speech|swallow|walk|move|stand|feel|lift & sudden*|side|face|arm|hour|ago|morning|since|stroke|suddenly|legs|now|left|right|weak|numb|dribbling|drooling|throat
left|right|one side|arm|leg|hand & weak|numb|gone|dead|stopped|working|droop*|feeling|move|tingling|paralysed|heavy & @now|sudden*|ago|face|speak|i|my|she|he|cant|ten
hand|arm|leg|legs|eye has|have|had? stopped|stop|gone|not working|dead|numb|weak|moving
lost|losing|lose|no .. feeling|sensation|vision|sight|movement & face|arm|leg|legs|eye|eyes|side|below|hand|saddle|groin|feet|one|sudden*|toes|back|now
lost|losing|lose|no control|use .. of .. bladder|bowel|bowels|arm|leg|legs|hand
blind|vision|sight|curtain|floaters & sudden*|flashing|lights|double|blurred|blurry|gone|lost|eye|headache|swollen|black & @now|i|my|he|she|eye|pregnant|weeks|down|headache
numb|numbness|saddle & back|legs|private|privates|groin|between|wee|bladder|bowel|bottom|bum|sciatica|below|waist|undercarriage
headache|headaches|migraine & worst|thunderclap|sudden*|severe|stiff|neck|vomit*|rash|light|seeing|flashing|swollen|pregnant|blurred|confused|drowsy|worse|ever|explod*|sick|bang|fell|hit|carbon|alarm|all|gas
stiff|rigid neck & rash|spots|headache|light|fever|temperature|drowsy|purple|sick|gibberish
rash|spots|blotches|blotchy|mottled|purple|hives & fade|glass|fever|temperature|purple|drowsy|stiff|floppy|swollen|tongue|breath*|throat|cold|baby|spreading|limp|grunting|lethargic
hit|banged|bang|knock|knocked|fell|bumped|whacked .. head & vomit*|sick|confused|drowsy|sleepy|dizzy|thinners|warfarin|bleeding|blood|unconscious|memory|blackout|double|headache|since|odd|pupils|out|cant|nobody|still
seizure|seizures|fitting|convuls*|epileptic & minutes|another|@now|lasted|back|stopped|wont|out|first|rescue|son|daughter|he|she|nobody|floor|more|had|having|keeps|status|hour|five|ten|my
fit|fits & minutes|lasted|rescue|floor|status|five|ten|having|another & he|she|him|her|i|son|daughter|mum|dad|baby|my
had|having|has|have|another a? fit
having|had|has|more fits
blackout|blackouts|collapse|collapsed|collapses|collapsing|faint|fainted|fainting|faints|unconscious|unresponsive & i|he|she|my|me|him|her|keep|keeps|floor|again|twice|wake|husband|wife|mum|dad|alone|nobody|today|bleeding|feel
blacking|blacked|passing|passed|pass|conking out
cant|wont|couldnt|not|hard|difficult|unable|barely|hardly .. wake|rouse|waking|awake
get .. to wake|respond
drowsy|floppy|limp|lethargic|listless|unresponsive|sleepy|lifeless & baby|child|son|daughter|little|toddler|he|she|cant|wake|temperature|sick|fever|newborn|hot|feed|feeding|wet|all|alarm|him|her|breath*|confused
hasnt|not|havent|wont|doesnt|didnt .. answer|answered|answering|moving|move|moved|response & yesterday|days|letterbox|next|neighbour|door|curtains|milk|post|floor|bed|flat|cell|bell
hasnt|not|havent|nobody|been .. seen & letterbox|curtains|milk|neighbour|elderly|lives
no answer|response|sign|reply & door|letterbox|days|neighbour|curtains|knocked|flat
not moving
letterbox|curtains|newspapers|milk & piled|piling|neighbour|next|days|answer*|moving|floor|smell|seen|old|closed|drawn
# infection
sepsis|septic|septicaemia|meningitis|meningococcal & think|i|again|my|have|now|signs|baby|could|nearly|got|worried|same|he|she|sent|home|missed|symptoms|shivering|temperature|mum|dad|son|daughter
temperature|temp|fever|feverish|shivering|shivers|rigors|chattering|clammy & chemo|confus*|rash|stiff|baby|newborn|floppy|drowsy|breath*|wound|stitches|pus|rambling|teeth|mottled|delirious|shaking|fits|operation|neutropenic|sepsis|catheter|immune|spleen|breast|miscarr*|section|blotchy|down|days
hot & rambling|confus*|delirious|pus|floppy|drowsy|rash|stiff|rigors|shivering|breath*
pus|weeping|oozing|infected|smells|smell|smelly|rotting|gangren*|black|necro*|green & wound|wounds|stitches|site|toe|toes|foot|leg|section|scar|line|catheter|stump|pacemaker|dressing|operation|op|hole|drain|cut|arm|stoma|finger|eye|burn
blue|grey|gray|ashen|mottled|purple|pale|clammy|yellow|jaundiced & lips|lip|mouth|face|skin|round|fingers|baby|gone|going|goes|went|sweating|cold|hands|toes|tongue|turned|eyes & baby|mum|dad|he|she|his|her|my|i|cold|breath*|floppy|him|husband|wife|son|daughter|keeps|child|grandad|nan
gone|going|goes|went|turned|turning blue|grey|gray|ashen|floppy|limp|stiff|purple
# blood and bowels
bleed|bleeding|blood|haemorrhag*|hemorrhag*|bled & @now|heavy|heavily|wont|not|soaking|soaked|clots|pads|vomit*|cough*|spit*|spitting|pee|wee|poo|stool|stools|urine|rectal|bottom|pregnant|weeks|stop|stopped|bright|mouthfuls|everywhere|pouring|through|faint|hours|thinners|warfarin|nose|birth|section|tonsils|fresh|black|lots|loads|gushing|ear|eyes|sheet|towels|toilet|catheter|mouth|throwing|sick|spurting & i|im|my|me|he|she|mum|dad|wife|husband|daughter|son|her|his|baby|him|dressing|cut|wound|still|shes|hes|birth
passing|passed|pass|losing|lost .. clots|clot|blood|waters
coffee grounds|ground
vomit*|sick|throwing|puking|bringing & blood|coffee|green|brown|bile|black|keep|cant|days|hours|nothing|water|bump|head|everything|pregnant|faeces|insulin|ketones|stoma & @now|i|im|he|she|my|baby|days|down|up|hours|belly|looks|son|daughter|weight|unable|like
tarry|black|bloody stool|stools|poo|poos|poop
keep|keeping|kept nothing|anything|water|fluids|food|meds|down .. down|days
pooed|poo|passed|pass|passing|pee|peed|wee|weed|urinate|urine|wind|water & not|cant|no|havent|hasnt|unable|nothing|couldnt|stopped|never & days|hours|agony|belly|swollen|catheter|pain|24|since|yesterday|bladder|blocked|burst*|wet|vomit*|baby
catheter & blocked|bypass*|agony|blood|pain|nobody|hours|draining|nothing|pulled|leak*|infected
belly|stomach|abdomen|tummy & hard|swollen|board|agony|ball|rigid|worst|screaming|doubled|distended|burst|rock & @now|pain|vomit*|sick|i|my|pooed|days|cant|fever|pregnant
agony|excruciating|unbearable|writhing & @now|nobody|ambulance|cant|help|urine|scream*|stand & i|my|he|she|im|me|mum|dad|wife|husband|no|cant|left
# pregnancy, birth, babies
pregnant|pregnancy|weeks gone|weeks|baby|bump|gone & bleeding|bleed|moving|movement|movements|kicking|kicked|swollen|headache|waters|pain|cramps|contractions|blood|itching|vision|lights|dizzy|collapsed|fell|kick|quiet|leaking|vomit*
baby|bump & hasnt|havent|not|isnt|stopped|less|hardly|barely .. moved|move|moving|kicked|kicking|kick|movement|movements
movements|movement|kicks & reduced|less|stopped|quiet|no|fewer & baby|bump|weeks|today|midwife|yesterday|since|pregnant
contractions|labour|waters|crowning|placenta|cord & no|nobody|now|green|weeks|early|broke|broken|gone|hours|alone|midwife|answer*|triage|bleed*|fever
gave|giving|given|had birth|baby & clots|soaked|faint|bleeding|blood|fever|temperature|smelly|headache|stitches|pads|hot|shaking|voices
birth|section|caesarean|stitches|tear|wound & burst|open|opened|opening|split|inside|pus|smell*|gaping|apart|bleeding|come|infected|oozing|popped
stitches|staples|wound|wounds|stoma & burst|open|opened|split|inside|see|gaping|apart|pus|bleeding|hole|popped|intestine|prolapsed|black|come
baby|newborn|infant|toddler|son|daughter|child|girl|boy|grandson|granddaughter & grunting|floppy|blotchy|mottled|feed|feeding|drink|wet|nappies|breath*|rattly|sunken|ribs|fontanelle|limp|lethargic|wheez*|fits|fitting|blue|fast|stopped|fever|temperature|rash|tired|swallowed|croup|bark*|yellow|dehydrated|cold|jerking|choking|high & not|no|hours|gone|cold|hot|wont|fast|too|noise|cant|days|since|minute|sucking|going|turned|battery|now|dry|refus*|closed|nobody|sent|bleach|stiff|cry
# medicine that is missing, wrong or too much
@med & run|ran|running|without|missed|missing|none|lost|rationed|rationing|skipped|skipping|stolen|taken|withheld|refused|denied|confiscated|delayed|not|no|havent|hasnt|never|havnt|wont|cant|nobody|half|forgot|forgotten|cut & days|day|weeks|wks|week|months|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hours|since & ive|im|i|mum|dad|hes|shes|husband|wife|son|daughter|residents|gran|nan|prison|moved|cell
run|ran|running|runs .. out .. of|my|insulin|meds|medication|tablets|oxygen|rescue & @med
out of @med|rescue
@med & run|ran|running|taken|stopped|without|rationed|rationing|confiscated|withheld|missed & withdraw*|wheez*|seizure|seizures|fit|fits|dizzy|shak*|voices|bad|sick|worse|faint|collapsed|bed|gasping|swollen|cold|hearing|vomit*|weak|muddled|confused|wake|die|shaking|pain|breath*|bleed*|reception|monday|cell|unwell|transplant|reject*|suicidal|high|chest|paranoid|sweats|sweating|hallucinat*|register
no|not|without|havent|hasnt|missed|stopped|off|never @med|my|his|her .. since|weeks|wks|days|week|month|months & @now|im|i|bad|voices|mum|dad|he|she|my|worse|moved|ill|prison|nobody|unwell|confused
rescue meds|med|medication|inhaler & out|no|lost|none|without
anti rejection|psychotic|psychotics|epileptic|seizure|coagulant|coagulants & no|out|run|ran|missed|wont|without|stopped|not|lost
transplant & meds|drugs|tablets|out|missed|reject*|run
ketones|ketoacidosis|dka|hypo|hypos & @now|high|i|my|he|she|son|daughter|sick|vomit*|insulin|shaking|nothing|nobody
sugar|sugars|glucose|blood & insulin|low|high|hi|reading|1|2|20|25|28|30|32|33|9|hypo|shaking|thirsty|eat|cell & diabetic|insulin|hypo|nothing|sick|vomit*|shaky|cant|is|are|meter|shaking|sweating|bell|says|reading
insulin|diabetic & no|without|run|ran|stolen|taken|missed|fridge|nothing|black|sick|vomit*|shaking|cant|afford|numb|foot|toe|feeling|sugar|sugars|wrong|wrongly|double|thirsty|out
wrong|elses|mixed|double|doubled .. @med & @anyone|@now|given|gave|took|taken|sick|dizzy|nurse|pharmacy|staff
gave|given|taken|took|taking|prescribed|handed .. wrong|double|elses|twice & @med|dose & @now|i|ive|week|blacking|dizzy|my|mum|dad|she|he|woozy|sick|swollen|unwell|drowsy|passed|collapsed
double|doubled|twice|extra|wrong dose|dosed|dosing|dosage|tablet|tablets
dosed|doubled & pills|tablets|slow|woozy|heart|meds|dizzy|insulin
took|taken|taking|swallowed|had|eaten|drank .. many|way|much|whole|all|some|extra|something|lot|off|bottle|pills|tablets|dodgy|bad|spice & heart|weird|gurgling|snoring|wake|sick|blue|drowsy|passed|vomit*|floor|slow|shaking|breathing|unconscious|unresponsive|script|meth|methadone|heroin|chest|drool*|woozy|hallucinat*|sweating|fitting|noise
gurgling|snoring|frothing|foaming|drooling|dribbling & took|taken|wake|mouth|sound|noise|pills|meth|drank|swallowed|blue|drugs|drunk|heroin|tea|face|mate|throat|spice|fit
swallowed|swallow|drank|drunk|eaten|ate|inhaled|ingested .. battery|batteries|bleach|dentures|denture|coin|magnets|magnet|something|cleaner|tablet|tablets|liquid|under|poison|berries|mushrooms|antifreeze|pods|needle|glass|teeth|toy|white|chemical|screw|button
choking|choked|choke|gagging|stuck & throat|food|cant|red|blue|breath*|swallow|grandad|baby|toddler|he|she|denture*|resident|mum|dad|nan|nobody|airway
throat|tongue|lips|face|eyes & swelling|swollen|swelled|closing|thick|tight|tingling|itchy|closed|ballooned|puffed & @now|allerg*|nuts|nut|hives|epipen|pen|ate|sting|stung|breath*|i|my|wheez*|since|bitten|tablet|antibiotic
anaphyla*|epipen|epi|allergic|allergy & @now|swollen|swelling|out|date|throat|tongue|breath*|reaction|hives|no|nut|nuts|ate|collapsed|expired|nearly|ambulance|gave|given|severe
bitten|stung|bite|sting & snake|adder|dog|black|swollen|swelling|spreading|red|breath*|tongue|throat|hot|allergic|wasp|bee|jellyfish|rash|tick|human
carbon|gas monoxide|alarm|leak|smell|leaking
monoxide|gas & headache|headaches|dizzy|sick|drowsy|alarm|ignore|landlord|smell|faint|sleepy|boiler
# falls, floors, burns
fell|fallen|fall|slipped|collapsed|dropped|tripped & floor|hip|weight|head|stairs|hours|lying|cant|bleeding|broken|still|ambulance|carer|night|unable|wrist|leg|stuck|help|thinners & cant|floor|up|hours|weight|still|nobody|till|until|lay|lying|stuck|alone|ambulance|walk|stand|move|confused|bleeding|warfarin|vomit*|since
on|been|lay|lying|left|stuck|laid .. floor & hours|hour|night|morning|carer|came|cant|nobody|since|yesterday|up|fell|fallen|cold|hip|all
put|bear|bearing|stand|take|putting|walk .. weight .. on & cant|hip|leg|ankle|foot|knee|unable|fell|swollen
burn|burned|burnt|scald|scalded|burns & black|feeling|smells|smell|diabetic|blister*|peeling|arm|face|hand|leg|boiling|pus|weeping|bone|radiator|raw & @now|i|my|he|she|gone|no|infected|nobody|swollen|black|baby|white
broken|fractured|dislocated|snapped & bone|still|hours|days|nobody|sent|sticking|through|untreated|swollen|blue|ambulance|weeks|xray|plaster & @now|hospital|pain|cant|sent|home|no|still|i|my|walk
ambulance|999|111 & hours|hour|quoted|wait|waiting|never|came|come|yet|cant|nobody|answer|sent|refused & chest|breath*|stroke|weak|bleeding|floor|fell|unconscious|collapsed|fits|seizure|blue|grey|hip|confused|dying|vomit*|overdose|sepsis
while|whilst .. wait|waiting|waits .. 111|999|ambulance|doctor|them
dying|die|dies|died|killed & nearly|almost|could|going|will|gonna|im|hes|shes|think|left|let|might|dad|mum|if|without & ambulance|breath*|chest|insulin|sepsis|meds|bleeding|now|treatment|hospital|wait*|sent|pain|oxygen|corridor|ignored|infection|temperature|heart|floor|seen|refused|doctor|help
nearly|almost died|die|lost & sepsis|i|he|she|again|ignored|bleed*|baby|hospital|allerg*|because|asthma|same|wait*|insulin
# mind, suddenly
hearing|hear|hears voices|commands|things|whispers|command
voices & telling|tell|tells|louder|commands|kill|whisper*|again|stop & i|my|me|he|she|hes|shes|his|her
hear|hears|hearing .. voices
seeing|sees|see .. things|spiders|bugs|dead|insects|faces & there|not|meds|arent|walls|isnt|hearing|voices|stopped|hallucinat*|confused|sleep
hallucinat*|psychosis|psychotic|delusion*|paranoid|manic|mania|delirious|delirium & i|he|she|hes|shes|im|me|son|daughter|mum|dad|wife|husband|again|depot|weeks|sleep|slept|getting|bad|unwell|birth|baby|since
confused|muddled|rambling|delirious|disorientated|disoriented|gibberish|agitated & sudden*|hot|fever|temperature|since|infection|wee|uti|today|morning|head|fell|meds|tablets|sugar|drowsy|puffy|wake|died|yesterday|night|worse
not|no|hasnt|havent|without .. slept|sleep & days|weeks|voices|talking|god|manic|racing|nights
withdraw*|dts|rattling|clucking|detox & shaking|sweating|seizure*|fit|fits|seeing|sick|cell|alcohol|heroin|script|methadone|hallucinat*|vomit*|days|cold
stopped drinking|alcohol & shaking|sweating|seeing|fits|sick
shaking|shaky|sweating|clammy|trembling|sweats|dizzy|woozy|faint|lightheaded|weak & cant|chest|sugar|insulin|hypo|hours|pills|tablets|meds|sick|heart|bleeding|stand|bed|stopped|blood|confused|steroids|missed|fever|temperature|clots|collapsed|bp|vomit*|dose & @now|i|im|my|he|she|feel|hes|shes|get|up|gone
dizzy|woozy|faint|fainting|lightheaded|giddy & bed|stand|heart|slow|chest|tablets|pills|dose|sick|clots|blood|bleeding|keep|falling|fell|vision|speech
swollen|swelling|swelled & leg|legs|calf|face|tongue|throat|testicle|testicles|hands|ankles|eye|lips|belly|lump|groin|neck & breath*|pain|hot|red|sudden*|headache|weeks|gasping|hurts|agony|fever|double|blue|stairs|cant|pregnant|shut
testicle|testicles|scrotum & agony|swollen|sudden*|twisted|pain|huge|hours
balls & agony|swollen|twisted|pain & my|his|im|hes
eye & chemical|bleach|acid|swollen|pain|sight|lost|red|blurred|glass|pus|bulging & cant|see|agony|light|sudden*|sight|since|vision|nothing
dialysis|chemo|chemotherapy|radiotherapy|transfusion|feed|peg|ventilator|cpap|nebuliser|suction|thinners & missed|missing|cancelled|no|without|broke|broken|stopped|power|blocked & i|my|he|she|mum|dad|swollen|breath*|cant|because|gasping|him|her|son|daughter|hot|temperature
dehydrat* & @anyone|baby|cant|days|drink|vomit*|weak|collapsed|no|urine|confused
need|needs|want|send|get .. ambulance|paramedic|doctor|help .. now|urgent|urgently|please|quick|immediately|asap
please & help|come|send|ring|call|someone|urgent|ambulance & now|dying|cant|breathe|hurt|floor|bleeding|scared|chest|quick|alone|ill
oxygen|ventilator|nebuliser & run|ran|out|broken|without|empty|blue
lump|mole|cough & blood|bleeding|gasping|weight|growing|breath*
told|sent|said .. seat|wait|paracetamol|home & chest|gripping|sweating|breath*|blood|bleeding|headache|swollen|collapsed|lights|rash|floppy|fits|gasping
# families in few words
chest pain|pains|tightness|tight|pressure & @now|im|ive|got|arm|jaw|breath*|sweat*|sent|ignored|have|keep|stairs|sick|hours|worse|hes|shes
pain|pains|ache|pressure .. in|across .. chest|heart
slurred|slurring|drooping|droopy|drooped|lopsided|paralysed|unresponsive|unconscious|delirious|hallucinating|convulsing|fitting|seizing|gurgling|choking|frothing & @me|@anyone|@now
collapsed|collapsing|collapse|fainted|fainting|blackouts|blackout & @now|keeps|keep|i|my|he|she|mum|dad|again|today|twice
numb|numbness|tingling|paralysis & @now|arm|leg|face|side|legs|hand|feet|fingers|back|lips
cant|cannot|couldnt|wont|unable .. feel|move|use|lift|bend|swallow|wake|rouse|stand|breathe & leg|legs|arm|arms|feet|toes|hand|hands|fingers|side|eye|eyes|face|throat|him|her|baby|spit|saliva|properly|sudden*
vomiting|vomited|puking|sick & days|hours|cant|blood|green|black|everything|nothing|head|headache|stopped|night|water|baby|pregnant|insulin|diabetic|collapsed|confused|rash|drowsy
bleeding|haemorrhaging|blood & heavily|heavy|wont|cant|soaking|soaked|pads|clots|everywhere|pouring|pregnant|weeks|coughing|peeing|poo|vomit|vomiting|stop|through|gushing|rectum|stool|urine|nose|hours|ear|thinners|wound|gums & @now|i|im|my|me|he|she|mum|dad|daughter|son|wife|husband|baby|her|his
rash|spots & fade|purple|glass|spreading|fever|temperature|stiff|floppy|drowsy|baby|bruise|blotchy|neck
temperature|fever|shivering|burning|hot & 39|40|41|days|baby|newborn|floppy|drowsy|confused|rash|stiff|wound|chemo|catheter|pus|shaking|breathing|fits|fit|drinking|eating|vomiting|throat|operation & @now|my|i|he|she|baby|son|daughter|mum|dad|his|her
swollen|swelling|swelled & throat|tongue|lips|face|breathe|breathing|calf|leg|red|hot|eye|neck|pregnant|painful|sudden*|sting|stung|bite|bitten|allerg*|testicle & @now|i|my|he|she|im|cant|gone|got|his|her
run|ran|running|out .. out|of & insulin|tablets|meds|medication|inhaler|inhalers|methadone|epilepsy|steroids|warfarin|lithium|clozapine|antidepressants|oxygen|epipen|chemo|antibiotics|prescription|morphine|thinners|pills & i|ive|im|days|day|week|weeks|my|mum|dad|he|she|pharmacy|gp|cant|prison|cell|since
not|no|without|missed|stopped|never|hasnt|havent|refused|refusing|denied|forgot|skipping|skipped|withheld & insulin|lithium|warfarin|methadone|clozapine|epilepsy|steroids|antipsychotic|antipsychotics|depot|keppra|hydrocortisone|dialysis|chemo|inhaler|epipen|oxygen|thinners|antirejection|immunosuppressants|transplant & days|day|weeks|week|month|months|since|now|shaking|sick|dizzy|collapsed|fits|fit|seizure|voices|worse|wheezing|swollen|ill|confused|cant|bed|moved
overdosed|overdose|double|twice|wrong|mixed .. tablets|pills|insulin|medication|meds|dose|doses|methadone|warfarin|morphine|prescription & @now|i|he|she|mum|dad|drowsy|dizzy|sick|given|gave|took|taken|collapsed|asleep|woozy|shaking
drank|drunk|swallowed|ate|eaten & bleach|cleaner|batteries|battery|magnet|magnets|coin|antifreeze|weedkiller|berries|mushrooms|detergent|disinfectant|capsule|tablets|pod|poison
infected|infection|wound|stitches|stump|ulcer|toe|foot|leg & black|green|pus|smells|smelly|stinks|rotting|spreading|oozing|red|line|burst|open|maggots|bone|hot|weeping|gangrene & @now|my|i|his|her|is|nobody|gone|and
headache|migraine & worst|sudden*|vomit*|vision|blurred|stiff|confused|pregnant|days|fell|head|blind|explode|numb|unbearable|cant
fell|fallen|fall & floor|hip|head|stairs|cant|wrist|ankle|bleeding|hours|ambulance|help|night|nobody & cant|nobody|still|hours|night|alone|walk|up|stand|weight|bleeding|confused|since|lying|lay|stuck|vomit*|sleepy
pregnant|pregnancy|baby|bump|labour & bleed*|moved|moving|movements|movement|waters|contractions|swollen|headache|pain|blood|fluid|cord|kicks|kicking|itching|dizzy & @now|not|no|less|stopped|nobody|i|im|cant|wont|broke|hours|green|days|heavy|since|lights
wheezing|wheezy|breathless|gasping|panting|puffing & @now|i|my|cant|she|he|baby|worse|inhaler|sleep|walk|stairs|speak|talk|night|words|sentence
sugar|sugars|glucose|bloods|reading|ketones & high|low|hi|over|under|above|below|1|2|3|25|28|30|32 & diabetic|insulin|hypo|shaking|sick|sweating|dizzy|confused|thirsty|sleepy|drowsy|cant|ketones|reading|been|days
# more families
in and out of consciousness|awareness|it & @now|hes|shes|he|she|mum|dad|keeps
hasnt|havent|hadnt|not|wont|didnt .. woken|woke|wake|waking|stirred|opened & since|hours|eyes|still|him|her|he|she|morning|night|baby
turning|turned|going|gone|went|looks|looking blue|grey|gray|yellow|purple|black|white|pale|ashen & @anyone|baby|lips|toes|fingers|foot|leg|skin|face|eyes|hand|arm|mouth
cant|cannot|not|wont|doesnt .. keep|hold|get .. anything|food|fluids|water|meds|tablets|milk|down .. down
worst|terrible|severe|awful|horrendous|blinding|sudden|splitting|thunderclap headache|migraine|pain & ever|sudden*|vision|sick|neck|light|chest|stomach|belly|back|now|stand|pregnant|life|still|cant|hours
not|no|cant|hasnt|havent|wont .. peed|weed|urinated|urine|pooed|wee|pee|water|nappies|nappy & hours|days|day|since|all|today|yesterday|catheter|baby|pain|bladder
waters|water broke|broken|gone|leaking|went
swallowed|swallow|swallowing .. something|a|my|his|her|the
stung|bitten|bite|sting|ate|eaten|nuts|penicillin|antibiotic & throat|tongue|lips|face|breathe|breathing|swollen|swelling|hives|wheezing|rash|closing|collapsed|tight|itchy
heart & racing|pounding|fluttering|stopping|skipping|irregular|jumping|missing|flip|slow|fast|thumping|bursting & now|dizzy|faint|keeps|still|breath|hours|chest|cant|sweating|pills|drugs|since|i|my
leg|calf|foot|arm|hand|toe|toes|finger|fingers & hot|swollen|black|blue|cold|numb|dead|purple|white|throbbing|weeping|tight|green & walk|pain|since|spreading|gone|day|diabetic|flight|op|operation|smell|smells|worse|hurts|below|cast|plaster|red
memory|confused|muddled|forgetting|rambling|nonsense|vacant|disorientated & sudden*|since|fell|head|today|fever|temperature|hot|woke|overnight|morning|infection|tablets|cant|name
dressing|dressings|bandage|drain|wound|site & soaked|soaking|blood|pus|smell|smells|green|burst|open|leaking|fallen|hole|hot
insulin|inhaler|epipen|warfarin|methadone|lithium|clozapine|steroids|hydrocortisone|antipsychotic|depot|thinners|epilepsy|seizure|seizures & none|empty|out|without|lost|stolen|expired|taken|withheld|refused|confiscated|stopped|ran|run|missed|finished|broken|wont
stopped|suddenly|quit taking|my|his|her .. meds|medication|tablets|antidepressants|insulin|steroids|lithium|antipsychotics & voices|shaking|worse|zaps|suicidal|manic|sleep|seeing|sick|ill|paranoid
cold turkey|sweats & shaking|sick|fits|seeing|alcohol|methadone|heroin|cell
spiked|overdosed|overdosing|od & now|breathing|wake|floor|cold|clammy|blue|unconscious|collapsed|vomiting|he|she|friend|mate
temperature|temp of|is|was|at|over 38|39|40|41
stairs|ladder|roof|scooter|bike|wall & fell|fallen|came|off|knocked & head|blood|cant|unconscious|confused|neck|sick|vomit*|ear|dizzy|since|back|feel|legs
"""

RULES = f"{PLAIN}\n{SIGNS}\n{BODY}"

TOPICS = """
seizure|seizures|anaphylactic|anaphylaxis
unconscious|unresponsive
sepsis|meningitis
choking|suffocating
haemorrhage|haemorrhaging|hemorrhage
"""

SPELLED = "breathing breathe seizure seizures unconscious bleeding haemorrhage diarrhoea insulin ambulance hallucinating medication swollen collapsed vomiting overdose tablets anaphylactic sepsis meningitis headache breathless oxygen"
