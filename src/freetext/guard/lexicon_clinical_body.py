"""What goes wrong with which part of a body, in plain words: a part and its state are enough."""

BODY = """
tongue|throat|airway|windpipe & fat|swollen|swelling|swelled|thick|closing|closed|closes|tight|tightening|big|bigger|huge|itchy|blistered|tingling|blocked|seized
lip|lips & blue|grey|gray|purple|swollen|swelling|fat|tingling|numb|puffed|puffy|cracked|balloon|white|mauve
face|mouth|cheek|eyelid|smile|smiling|jaw .. dropped|dropping|drooped|droops|drooping|droopy|slipped|lopsided|slid|sagging|sagged|collapsed|locked|twisted|numb|wonky|crooked|uneven|dead|swollen|swelling|ballooned|puffed|tingling|fallen
half|side .. of? .. my|his|her|face|body|mouth & numb|dead|dropped|smile|weak|works|move|feel|droop*|tingling|heavy|wouldnt|wont|gone
calf|calves & hard|rock|hot|swollen|swole|swelled|sore|tight|red|painful|pain|lump|throbbing|cramp|hurts|aching|tender|purple
leg|legs|foot|feet|toe|toes|ankle|ankles|hand|hands|finger|fingers|arm|arms|knee|stump|heel .. black|blue|purple|grey|numb|dead|swollen|ballooned|hot|useless|paralysed|stinking|rotting|weeping|mottled|cold|white|rigid|spasm|green|massive|infected & @now|op|since|flew|flight|diabetic|walk|cant|pain|nobody|gone|turned|going|bite|cut|smell*|smell|weeks|days|plaster|cast|my|his|her
legs|leg|knees|feet gave|give|gives|giving|gone|went|turned|turn|wont|buckle|buckled|buckling|dont|not & way|jelly|under|walk|fell|fall|work|hold|stand|move|cant|numb|stairs
eye|eyes & blind|blurred|blurry|swollen|closing|closed|bulging|bleeding|weeping|pus|burning|rolling|rolled|yellow|glazed|fixed|cloudy|bloodshot|agony|shadow|curtain|flashes|floaters|chemical|bleach|acid & @now|my|his|her|i|he|she|one|light|over|gone|cant|since|turned|got|in
red eye|eyes & light|pain|injection|vision|sight|lens|contact|bear|headache
cant|couldnt|cannot|hurts|bear|stand|look .. light|lights & eye|eyes|head|headache|neck|rash|migraine|stiff|dark
neck & stiff|rigid|swollen|lump|cant|locked & head|rash|light|temperature|fever|vomit*|fell|breath*|swallow|move|crash|sick
belly|stomach|tummy|abdomen|gut|guts & drum|board|rock|solid|hard|swollen|distended|blown|burst|bursting|rigid|bloated|bruised|ripped|open|split|on fire|twisted|screaming
skin & peeling|blister*|mottled|yellow|grey|clammy|black|purple|blotchy|coming|burning|blue|tight & @now|off|my|his|her|all|baby|tablets|over|hot|he|she|cold
blister|blisters|blistered|blistering|hives|welts|wheals & mouth|eyes|tablets|medication|skin|face|peeling|over|lips|antibiotic|antibiotics|reaction|throat|since|burn
undercarriage|privates|private|saddle|groin|backside|genitals|crotch|bottom|bum & feel|numb|feeling|sensation|tingling
cant|dont|cannot|couldnt|no feel|feeling|sensation .. when|if|to|down|below|in|of .. wipe|wee|pee|poo|go|below|there|waist|legs|feet|toilet
falling|fall|falls|veering|leaning|walking|bumping|drifting|staggering|tipping|listing .. to|into|over|sideways .. left|right|side|sideways|doors|walls|wall & keep|keeps|since|i|im|he|she|hes|shes|suddenly
pins needles & both|spreading|legs|up|arm|arms|feet|face|hands|side & cant|worse|spreading|since|climb|walk|numb|weak|now|chest|speech|woke
hole|crater|gap|opening & back|bottom|leg|heel|wound|foot|stomach|belly|sacrum|chest|scar|bum & fist|bone|see|deep|put|size|smell*|open|oozing|pus|infected|organs|shiny
bone|bones|muscle|tendon|fat|insides|intestines|bowel & see|sticking|showing|visible|exposed|through|out|poking & skin|wound|cut|leg|arm|wrist|ankle|my|his|her|can
something|stuff .. shiny|coming|hanging|bulging|poking .. inside|out|through & wound|stitches|scar|bottom|down|vagina|belly|section
cut|sliced|gash|gashed|split|chopped|severed|nail|glass|trapped|crushed|hanging & bone|deep|pumping|spurting|bleeding|off|artery|through & finger|fingers|hand|arm|leg|foot|thumb|wrist|head|chin|toe|palm
pumping|spurting|gushing|pouring|squirting|dripping|soaking|soaked|trickling|streaming & blood|bleeding|bled|pad|pads|towel|towels|dressing|bandage|sheets|wound|nose
pad|pads|towel|towels|tampon|tampons|nappy & hour|half|soak*|blood|clots|flooding|through|minutes|every & bleed*|blood|soak*|clots|through|pregnant|birth|dizzy|flooding
painkillers|killers|morphine|paracetamol|codeine|tramadol|ibuprofen|oramorph .. not|arent|isnt|wont|doesnt|dont|does|nothing .. touching|working|touch|work|helping|nothing & @now|fours|screaming|agony|crying|floor|pain|i|im|he|she|my
fours|screaming|screams|writhing|doubled|howling|begging & pain|agony|fours|floor|belly|stomach|kidney|help|side|bed
worst|unbearable|excruciating|indescribable|blinding|ten 10|out .. of|pain|ten|life & @now|pain|i|im
pain & unbearable|excruciating|screaming|crying|collapsed|vomit*|faint|passed & sudden*|now|cant|nobody|still|hours|side|right|shoulder|tip|walk|stand|upright|pregnant|belly
# readings
sugar|sugars|bloods|glucose|bm|bms|reading|readings|ketones & 14|15|16|17|18|19|20|21|22|23|24|25|26|27|28|29|30|31|32|33|34|35|hi|lo|low|unreadable|high & diabetic|insulin|thirsty|sick|vomit*|double|seeing|drowsy|nobody|nurse|discharged|checked|confused|shak*|sweat*|hypo|cant|tired|weak
thirsty|thirst & sugar|weight|peeing|weeing|vision|seeing|drowsy|tired|diabetic|insulin|drinking|left|hours
pulse|rate|heartbeat & 30|32|34|35|36|38|40|42|130|140|150|160|170|180|190|200|slow|fast|irregular|racing|through & dizzy|faint|chest|watch|breath*|i|my|his|her|collapsed|hours|nobody|still
temperature|temp|fever & 38|39|40|41|102|103|104|spiking|spiked & @now|chemo|baby|days|child|son|daughter|he|she|i|my|nurse|line|wound|operation|breast|pregnant|nobody
burning|boiling|roasting up|hot & baby|he|she|shivering|drowsy|floppy|fever|son|daughter|temperature
# the youngest
2|3|4|5|6|7|8|9|10|two|three|four|five|six|seven|eight|nine|ten day|days|week|weeks|wk|months|mth old & hot|latch|feed|feeding|floppy|cold|sick|breath*|blue|temperature|sleepy|wake|wet|limp|grunting|yellow|fever|vomit*|rash|crying|whimper*|blood|stopped
wont|not|refusing|refuses|isnt|hasnt|stopped .. latch|latching|feed|feeding|wake|suck|sucking|drink|drinking|wee|cry & baby|newborn|hot|sleepy|yellow|floppy|hours|weight|son|daughter|week|weeks|month
nappy|nappies & dry|blood|wet|none|since|jelly|black|no & yesterday|hours|day|morning|not|hasnt|blood|since|24|floppy|sick|hot|sunken|night
spots|rash|blotches|marks & press|pressed|fade|fading|disappear|blanch*|tumbler|glass|purple|blood|spreading|bruise|pinprick
whimper*|moaning|grizzly|inconsolable|highpitched|shrill & baby|newborn|floppy|hot|wet|pale|son|daughter|temperature|since
# fits, drink, drugs
jerk*|twitch*|convuls*|shaking|juddering|spasms|rigid|stiff & eyes|uncontroll*|foam*|unconscious|floor|wake|minutes|blank|fit|bit|tongue|wet & @now|he|she|i|my|son|daughter|him|her|mum|dad|then
staring|blank|absences|vacant|zoned & fits|seizure*|epilep*|minutes|response|respond|hours|day|more & son|daughter|he|she|baby|him|her|my|i
vodka|cider|alcohol|whisky|bottles|drinking|drink|booze & shakes|shake|shaking|fits|fitting|seizure|rats|spiders|yellow|sweats|sweating|seeing|withdraw*|hallucinat*|vomiting|black & @now|i|he|she|hes|shes|my|days|started|stopped|stop|detox
see|sees|seeing|seen|saw rats|spiders|insects|bugs|beetles|demons|faces|shadows|soldiers|children|cats|things|people & not|arent|there|isnt|floor|walls|crawling|shak*|nobody|bed|ceiling|tablets|patch|drink|since|hearing
talking|talks|shouting|chatting|speaks|mumbling|muttering .. to .. people|nobody|herself|himself|wall|walls|dead|curtains|arent|ghosts & there|arent|isnt|dead|since|infection|tablets|patch|wall|walls
doesnt|dont|cant|couldnt|didnt|not .. recognise|recognize|remember|know .. me|us|her|his|where|who|own|name|what & sudden*|since|today|morning|overnight|yesterday|fell|infection|worse
not|isnt|hasnt|never .. been|herself|himself|right|self|with .. right|herself|himself|it|since & fell|fall|head|tablets|holding|sleepy|drowsy|op|operation|bang|sunday|yesterday|today|hot|infection|vague
orders|instructions|commands|messages & radiator|radio|tv|telly|walls|fridge|kettle|god|microwave|devil|boiler|aliens|cat|dog|angels & me|i|my|slept|sleep|do|giving|gives|him|her
# tubes, bells and machines
tracheostomy|trachy|trache|trachea|tube|airway & gunk*|blocked|suction|out|fell|plugged|bubbling|loose|mucus & no|cant|nobody|breath*|we|he|she|my|his|her
bell|buzzer|buttons & unplugged|ignored|answered|nobody|reach|moved|disconnected|out|pressed|ringing & breath*|blue|pain|chest|bleeding|floor|fell|wet|hours|sick|choking|collapse*|lips
drip|fluids|iv|cannula|pump|feed & ran|run|out|stopped|dry|hours|days|disconnected|empty & water|drink|drunk|nobody|tongue|thirsty|weak|confused|still|pain|beeping
suction|oxygen|concentrator|nebuliser|feed|feeds|catheters|dressings|insulin|adrenaline & none|no|ran|run|delivered|arrived|broken|cut & left|home|cant|tonight|hours|days|we|he|she|breath*|nobody
dialysis|chemo|transfusion|treatment|infusion|radiotherapy & missed|stopped|cancelled|delayed|transport|turned & breath*|worse|swollen|bad|since|again|third|days|dying|spreading|weak|collapsed|ill
commode|toilet|bath|shower|bathroom|bedpan|chair|kitchen|hallway & passed|collapsed|unconscious|fell|fallen|fainted|stuck|slumped|grey|clammy & hours|floor|alone|cant|nobody|wake|ignored|now|again|moving
# poison, smoke, shock
electric|electrocuted|shock|shocked|lightning & burn|burnt|burns|heart|tingling|thrown|numb|chest|collapsed & i|he|she|son|daughter|hand|arm|me|him
smoke|fumes|chlorine|gas|solvent|chemical|chemicals & breathed|inhaled|coughing|lungs|chest|breath*|headache|headaches|dizzy|sick|fainted|collapsed|eyes & i|we|us|he|she|staff|me|my|him
needlestick|needle & stick|stuck|pricked|jabbed|stabbed & finger|hand|used|blood|hiv|prep|foot|thumb
drown|drowned|drowning|underwater|pool & pulled|blue|coughing|unconscious|lungs|water|breath*|lips|sleepy & he|she|son|daughter|child|my|him|her|i
took|taken|given|gave .. double|twice|three|ten|wrong .. much|many|dose|my|his|her|of|the|tablets|insulin|lot & @now|accident|mistake|sleepy|drowsy|heart|dizzy|green|yellow|sick|slow|what|help|do|blood|warfarin|digoxin|asleep|wake
keep|keeps|kept|starting passing|blacking|fainting|collapsing|falling|dropping|fitting|going & out|over|down|blank|day|week|times|work|floor|head|shop|again
clinic|appointment|referral|scan|gp|doctor|midwife|nurse|111|pharmacy & not|wont|never|cancelled|nobody|answer*|refused|weeks|months|sent|rang & yellow|bleed*|blood|lump|swallow|numb|collapse*|breath*|fits|moved|swollen|vomit*|weight|blind|vision|blackouts|temperature|sepsis|paralysed
nobody|no one home & eyes|floor|landing|found|staring|open|fell|head
found .. him|her|mum|dad|them .. on|in|slumped|face|at & floor|landing|bathroom|stairs|bed|eyes|cold|stiff|unconscious|blood|wake|blue
blank|vacant|funny|little|strange spells|spell|episodes|episode|turns & doesnt|dont|name|where|again|keeps|having|day|more|today|shak*|wakes
insides|intestines|bowel|guts|organs|womb & bulging|out|hanging|coming|see|showing|split|fallen
scar|wound|stitches|staples|section|incision split|opened|burst|gaped|came|come|coming|gaping|bulging|popped
cramps|pains|contractions|tightenings .. every|apart & minutes|mins|minute|nobody|pregnant|weeks|hospital|early
bulge|hernia|lump & hard|purple|blue|stuck|sick|vomit*|burning|agony|hot|red & groin|belly|stomach|scrotum|navel|i|my|his
two|three|four|five|six|2|3|4|5|6|several|more|another fits|seizures|faints|blackouts|strokes|collapses|absences
meds|medication|tablets|insulin|inhaler|inhalers|methadone left|lost|forgotten|packed|thrown|binned|stolen behind|when|in|at|away|by & moved|fits|shak*|sick|days|since|no|hospital|hotel|transfer*|prison
both|my|his|her legs|feet|arms|hands & spreading|up|creeping|numb|needles|tingling|weak & cant|climb|stand|walk|worse|since|grip|hold|breath*
ankles|legs|feet .. like .. balloons|trunks|tree|elephant|balloon
sleeping|sleep|slept|sat|sitting upright|up & breath*|cant|drown*|chest|ankles|gasp*|choke
pear|sweet|fruity|acetone & breath|breathing|diabetic|type
soft spot|fontanelle & sunk|sunken|bulging|dipped|hollow|swollen|up|raised|in
drank|drunk|swallowed|sipped|necked|gulped & screen|screenwash|antifreeze|bleach|cleaner|thinners|turps|petrol|paraffin|weedkiller|descaler|ammonia|peroxide|polish|varnish|paint|glue|vape|mercury|diffuser|softener
nothing but|all fits|seizures|vomiting|blood|bile
fits|seizures|blackouts|convulsions & morning|day|night|today|constant|one|after|nothing|nonstop|back|all|row|again
asthma|asthmatic|diabetic|epileptic|allergic|allergy|epipen|epilepsy & no|without|locked|left|forgot|nobody|refused & pump|inhaler|insulin|epipen|pen|meds|medication|rescue|sugar|spacer|blue
metal|metallic|copper taste & chest|heart|dizzy|thump*|breath*|jaw|confused|since|blood
losing|lose|lost|losin the|my|our baby|babies|twins|pregnancy & cramps|blood|bleeding|now|think|clots|weeks|pain|today|scan|help
cramps|cramping & blood|bleeding|clots|pregnant|weeks|losing|baby
waters|water .. went|gone|broke|broken|leaking|leak & weeks|29|28|30|31|32|33|34|26|27|bus|early|nobody|green|ward|hospital|midwife
like|as a? rag|doll|ragdoll|plank|board|sheet|ghost|beetroot|ice & baby|he|she|floppy|stiff|hot|cold|limp|white|pale|red|boiling|hes|shes|i
went|gone|goes|going|dropped down|over like|on|at|in & sack|floor|ton|shop|office|street|bus|car|platform|playground|head|hit|bang*
red hot|raw & freezing|shiver*|shak*|baby|drowsy|leg|wound|breast|skin|confused
skin|nails|flesh coming|falling|peeling|sloughing|is|comes .. off|away|sheets
cant|cannot|couldnt .. swallow|breathe|talk|walk|stand|see|move|feel|lift|wee|pee|wake|stop .. own|right|properly|proper|my|his|her|legs|arm|spit|saliva|shaking|bleeding|vomiting|neck
bent|doubled|curled double|over|up & pain|agony|wee|pee|belly|stomach|side|vomit*|cant|blood|kidney|back|days
speech|words|talking|writing|memory|balance|sight|vision|hearing|grip is|are|was|has|getting|keeps .. going|gone|goes|worse|failing|slurring|slipping & @now|scan|my|his|her|doctors|missed|arm|leg
keep|kept|keeping .. down .. sip|anything|drop|water|thing|food|feed|meal|tablet|medicine|crumb
periods|period|bleed|bleeding & weeks|stopped|days|paper|clots|flooding|faint|white|dizzy|stop & colour|not|pale|paper|weak|dizzy|flooding|nobody|faint|clots|heavy
sugars|sugar|bloods|bm|bms .. are|is|was|been|over|above|under|below|in|at|hit .. teens|twenties|thirties|twos|threes|20|25|28|30|32|2|3
blood .. in|on|from|down .. bag|urine|wee|stoma|colostomy|catheter|poo|stool|sick|vomit|phlegm|mucus|spit|tube|nappy|toilet|pan|eye|ear
deteriorating|deteriorated|declining|fading|sinking|slipping & hour|hours|doctor|nobody|fast|quickly|away|daily|mum|dad|wife|husband|baby|since
stroke|heart|clot|sepsis|bleed|fracture|fractured & sent|send|discharged|turned & home|away & aspirin|paracetamol|sunday|monday|hours|still|again|now|with|nothing|cant|back|next
blown|swollen|swelled|puffed|ballooned|blew|filled .. up? .. like .. balloon|glove|football|melon|egg|sausage|michelin
colour|color .. of .. paper|ash|putty|wax|death|milk|custard|chalk|sheet
clutching|clutches|clutched|grabbing|rubbing|holding .. his|her|my .. arm|chest|head|side|belly|stomach|throat & fine|keeps|sweat*|grey|wont|nobody|says|pain|moaning|since
coughing|coughs|coughed|cough .. rusty|blood|red|brown|green|pink|froth|frothy|clots|bits
brought|brings|bringing|sicked|throwing|coming .. up|back .. green|brown|black|blood|bile|coffee|everything|faeces|yellow & baby|he|she|i|times|hours|days|his|her|son|daughter
thoughts|ideas|words|voice .. not|arent|put|inserted|planted|beamed|broadcast .. mine|own|me|in|head|into & nurses|they|by|being|tv|neighbours|people|hear|someone|not
line|port|shunt|tube|drain|cannula|stoma|bag|fistula|graft|catheter is|has|keeps|was|been .. leaking|burst|bleeding|blocked|come|out|infected|kinked|pulled|swollen|hot
pacemaker|defib|icd|defibrillator & shock*|zap*|zapping|kick*|fire*|firing|going|beep*
"""
