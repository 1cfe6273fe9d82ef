"""Signs that somebody needs help now, in the words that people have for them."""

SIGNS = """
# not themselves, not to be woken
cant|cannot|couldnt|wont|not|hard|difficult|unable|isnt|wasnt .. be|get|properly .. woken|roused|woke|awake|rouse|wake
unrousable|unrouseable|unresponsive|comatose|catatonic & @anyone|@me|baby
cant|cannot|couldnt|not|isnt|doesnt|wont .. get|getting|make|making|made|talk|talking .. sense & he|she|him|her|hes|shes|mum|dad|husband|wife|my|out|nan|gran|since|today|fell|sudden*
talking|talks|speaking|chatting|coming .. daft|rubbish|nonsense|gibberish|double|funny|weird|backwards|gobbledegook|slurry|slurred|odd & fell|fall|head|since|hot|now|temperature|mum|dad|he|she|drowsy|ill|sugar|keeps
dropping|drifting|nodding|drifts|slipping|falling off|asleep|away & head|fell|fall|hit|cracked|cant|wake|talking|keeps|keep|cold|breath*|pills|drugs|confused|daft
doesnt|dont|didnt|cant|couldnt|not .. know|remember|recognise .. me|us|who|where|getting|name|what|day & fell|fall|hit|head|sudden*|since|woke|morning|hot|temperature|banged|crash|bump|knocked
cracked|cracks|smacked|hit|banged|bumped|knocked|split|slipped|whacked|clonked|caught|thumped .. head|skull & daft|sleepy|keeps|confused|sick|sense|pupil|pupils|remember|drops|dropping|drowsy|dazed|seeing|since|fluid|ear|odd|funny|unsteady|slurr*|wobbly|worse|blood|cant|vague|quiet|floppy|vomit*|headache
pupil|pupils & bigger|different|blown|uneven|huge|pinpoint|pinprick|size|tiny|one|fixed
clear|watery|blood|bloody|fluid|stuff|liquid .. out|coming|leaking|dripping|running .. of|from|out his|her|my|the .. ear|ears|nose & fell|fall|hit|head|bang*|bunk|knocked|clear|crash
sunken|sunk|hollow|glazed|rolled|rolling|rolls .. eyes|fontanelle
eyes|eye .. sunk|sunken|rolled|rolling|glazed|yellow|rolls|rolls|hollow
not|hasnt|havent|wont|isnt|refus*|stopped|barely|hardly .. drunk|drinking|drank|drink|eaten|eating|eat|fed|feeding .. anything|for|since|in|at|properly|or|much|now & days|day|woken|wake|sunk|92|90|weak|drowsy|confused|sleepy|dry|bed|weight|ill|poorly|floppy|nappies
off|refused|refusing|refuses|gone .. food|feed|feeds|fluids|bottle|bottles|legs & woken|wake|drowsy|floppy|sleepy|hot|days|temperature|cant|confused|weak|quiet
not|isnt|arent|hasnt|wasnt .. moving|responding|breathing|answering|waking|stirring|talking|moved|responded & he|she|him|her|man|woman|cell|neighbour|baby|bell|mum|dad|floor|lady|someone|old|next|us|we|help
keeled|toppled|crumpled|slumped over|down|on|in|at|and|to
gone|went|goes|dropped|tipped|slid over|down & lying|laying|floor|hip|cant|ground|moving|breath*|blue|grey|shower|nobody|hit|unconscious|fitting
slumped|crumpled|sprawled & he|she|man|woman|mum|dad|floor|chair|old|lying|still|cant|wheel|toilet
lying|laying|laid|stuck|sat|still|lay .. there|here|floor|ground|bathroom|shower|pavement|stairs & hip|cant|nobody|help|hours|fell|gone|blood|still|now|moving|alone|cold|keeled|since|ambulance
hip|leg|arm|wrist|ankle|foot|shoulder|knee|bone|elbow .. stuck|sticking|bent|pointing|poking|twisted|facing|shorter|wrong & out|funny|wrong|through|way|skin|shorter|backwards|angle|he|she|odd|fell|lying|my
# breath and chest in other words
fighting|struggling|gasping|gulping|desperate|gagging|sucking|hungry|straining for|in air|breath|breaths
cant|cannot|couldnt|unable|not|struggl* .. catch|get|getting|draw|take|fill .. breath|breaths|air|lungs|puff
hurts|hurt|hurting|painful|agony|sore|stabbing|catches|sharp .. to|when|every|with|as .. breathe|breath|breathing|inhale|cough
breathing|breathe & funny|noisy|fast|shallow|heavy|hard|laboured|harsh|quick|strange|bubbly|crackly|squeaky|grunting|whistling|stops|stopping|ragged|rattling|different|rapid & @now|he|she|hes|shes|my|i|im|his|her|baby|mum|dad|little|cant|worse
chest & bubbling|crackling|rattling|rattly|washing|caving|sucking|heaving|whistling|wheezy|sounds|pulling|sinking|hollow|squeezed|band|vice|brick|bricks|weight|elephant|sitting|stamping|burning|hurts|hurting|fluttering|bursting|tearing|ripping & @now|he|she|i|my|his|her|me|hes|baby|im
crushing|crushed|squeezing|squashing|gripping|vicelike|tearing|ripping|elephant|vice .. pain|feeling|sensation|chest|stood|sat|standing|sitting|tightness|weight|band
elephant|someone|somebody|something|weight|lorry|truck|horse|anvil .. stood|standing|sat|sitting|pressing|parked on|down .. me|my|chest|us
sweating|sweats|sweaty|clammy|drenched|soaked|pouring & buckets|crushing|pain|grey|tight|arm|jaw|wind|indigestion|faint|collapse*|funny|cold|shaking|sick|breath*|palpitations
indigestion|heartburn & arm|jaw|sweat*|crushing|tight|grey|clammy|worse|left|breath*|crushing & sweat*|arm|jaw|crushing|grey|clammy|breath*|tight|dizzy
funny|bad turn|turns & just|now|today|again|another|sweat*|pain|having|had|keep|keeps|arm|face|speech|passed|pain|dizzy|chest
heart|pulse|bpm|hr & clappers|racing|pounding|180|170|160|150|190|200|140|30|35|hammer*|galloping|thumping|jumping|missing|fluttering|flipping|stopping|slow|trotting|bounding|weird|mad & @now|my|i|im|hrs|hours|hour|light|dizzy|faint|his|her|hes|shes|watch|cant|sweat*
light|light headed|headed|heads & heart|chest|pulse|blood|bleeding|pads|keep|stand|collapse*|tablets|now
aspirated|aspirating|inhaled|choked .. on|milk|feed|food|he|she|chest|it
hes|shes|he|she aspirated|aspirating
pump|feed|feeds|feeding|ventilator|oxygen|trachy|trache|tracheostomy & alarm|alarms|beeping|blocked|failed|aspirat*|pulled|leaking|disconnected|last|empty|refill*|refilled
oxygen|cylinder|cylinders|concentrator|nebuliser|ventilator & last|empty|refill*|low|bottle|broken|cut|power|tonight|cant|run|electric|nobody
shoved|stuck|put|pushed|poked|stuffed|got|wedged|lodged|inhaled|swallowed .. bead|beads|pea|battery|peanut|lego|bean|coin|magnet|button|pebble|stone|toy|grape|bone|marble|something .. up|down|in|into|nose|throat|ear
# head, sight, speech
vision|sight|eyesight|eye & gone|going|goes|went|lost|disappeared|blurred|blurry|double|dark|black|half|tunnel|patchy|curtain|fading|flashing|stars|zigzag & @now|keeps|my|i|left|right|cant|head|since|morning|one|hour|started|pregnant|eye
cant|couldnt|cannot|unable|struggl*|not|wont .. find|get|say|form|think .. words|speech|sentence & @now|my|i|started|hour|since|she|he|sudden*|vision|arm|face|mum|dad
words|speech .. wont|not come|came|coming
words|speech|talking|voice .. wont|coming|gone|keep|keeps|slurry|slurred|jumbled|wrong|muddled|mixed .. slurred|slurry|wrong|jumbled|muddled|funny|gone|backwards
slurry|slurred|slurring|slurs|garbled|jumbled & speech|words|talking|voice|my|she|he|foot|arm|face
foot|leg|arm|hand|side|face & drags|dragging|dropped|droop*|limp|useless|floppy|dangling|jelly|lead|heavy|wont|wobbly & @now|started|speech|slurr*|cant|while|sudden*|my|morning|one|her|his|keeps|walk|words|side|hour
head|headache & splitting|exploding|explode|bursting|burst|pounding|thumping|killing|hammered|axe|hammer|thunderclap|worst & stars|pregnant|weeks|wks|vision|swollen|balloons|sick|vomit*|light|neck|stiff|cant|worst|ever|days|blind|sudden*|rash|34wks|gone|feet
stars|spots|lights|flashes|sparkles|floaters & seeing|see|sees|flashing & pregnant|head|weeks|wks|headache|swollen|34wks|32wks|36wks|28wks|faint|dizzy|eye|vision
pregnant|pregnancy|wks|34wks|36wks|38wks|32wks|30wks|28wks & splitting|stars|balloons|swollen|puffy|bleed*|blood|cramp*|quiet|kick*|still|moved|moving|gush*|waters|dizzy|fell|collapsed|pushed|itch*|contraction* & head|feet|hands|face|baby|i|im|me|my|not|since|today|now|nobody|clot*|hours|pain|no
# blood and bowels
passing|passed|poo|poos|pooing|stools|stool|toilet|bottom|shit & black|tarry|tar|jelly|blood|red|maroon|clots|treacle
blood|bloody|red|jelly|clots & nappy|nappies|stool|toilet|poo|sick|urine|bowl|sheets|mattress|tissue|hanky|pillow & @now|baby|babys|i|my|he|she|his|her|screaming|pain|days|like|dizzy|jelly|daughter|son
screaming|screams|crying|cry|shrieking|inconsolable|high|whimper* & knees|belly|tummy|floppy|blood|jelly|pitched|arching|touch*|blotchy|rash|temperature & baby|he|she|hes|shes|drawing|up|up
dizzy|faint|weak|crawl|crawling|wobbly|giddy|woozy & black|tarry|blood|bleeding|crawl|loo|stand|collapsed|days|pads|tablets|insulin|eaten|chest|heart|pregnant
calf|leg|legs|foot|arm|ankle|thigh & swole|swollen|swelled|ballooned|balloon|puffed|doubled|twice & @now|breath*|flight|coach|pain|hot|red|trip|since|op|operation|hurts|cant|plaster|tight|one|size
# something taken, or not to be had
took|taken|takes|swallowed|necked|downed .. everything|whole|load|loads|lot|lots|handful|strip|box|bottle|all .. of|in|the|my|his|her|them .. cabinet|cupboard|tablets|pills|paracetamol|ibuprofen|them|medicine|morphine|codeine|meds|diazepam|medication|drawer|packet
took|taken|swallowed|necked .. all|everything|lot|loads|handful|whole & lying|floaty|cold|sleepy|tonight|drowsy|gone|hospital|ago|wont|breath*
i|hes|shes|ive|he|she|weve took|taken|take .. all|everything|lot|loads .. of|them|in|the
took|taken|taking|having|used|using .. extra|double|lot|lots|more|loads|too .. of|lot|many|much & floaty|cold|sleepy|sick|drowsy|woozy|morphine|methadone|tablets|insulin|codeine|peace|pain|wobbly|numb
floaty|woozy|spaced|spacey|drowsy & cold|took|taken|tablets|morphine|pills|drank|dose|patch|lips|now|breath*
paracetamol|ibuprofen|aspirin|codeine|tramadol|morphine|oramorph|diazepam & load|loads|packet|packets|box|boxes|many|all|handful|lot|whole|strip|16|20|24|30|32 & took|taken|has|had|swallowed|take|eaten
drank|drunk|drinks|drinking|swallowed|licked|ate|eaten|eating|bitten|sipped ... cleaning|cleaner|bleach|stuff|dishwasher|washing|sink|chemicals|paint|detergent|antifreeze|screenwash|vape|nicotine|pods|capsule|hand|gel|sanitiser|poison|weedkiller|turps|petrol|perfume|berries|toadstool|descaler
their|his|her|sisters|brothers|somebodys|someone|another|elses|wrong|wifes|husbands|residents|patients .. medication|meds|tablets|medicine|insulin|pills|methadone|dose|injection & given|gave|mistake|took|taken|wrong|mix|mixed|accident|handed
ten|10|five|double|twice|triple|four|hundred .. times|the .. dose|dosage|strength|amount
off|without|stopped|stop|taken|come|came .. my|his|her|the|their .. lithium|clozapine|antipsychotics|antipsychotic|psychotics|meds|medication|tablets|depot|antidepressants|insulin|methadone|steroids|injection|injections|olanzapine|quetiapine|risperidone|aripiprazole|sertraline|keppra|epilim|valproate|warfarin|inhaler|subutex & flying|gas|walls|neighbours|voices|high|sleep|slept|awake|spent|eaten|manic|mistake|weeks|fortnight|days|shaking|fits|fit|fitting|sick|since|moved|surgery|reception|bad|worse|script|hearing|seeing|chosen|tight|attack|crying|withdraw*
no|none|got|nothing|zero|last|out|run .. of? .. thyroid|adrenal|hydrocortisone|steroid|insulin|epilepsy|heart|blood|asthma|transplant|parkinsons|hiv|seizure|meds|medication|tablets|inhaler|inhalers|lithium|methadone .. left|tablets|meds|medication|medicine|inhaler|till|until|since
inhaler|insulin|epipen|meds|medication|tablets|spray|pump|oxygen .. off|away|confiscated|seized & me|him|her|took|taken|officer|reception|school|staff|custody|cell|removed|attack|tight
removed|confiscated|seized|locked|kept my|his|her|the|all inhaler|insulin|epipen|meds|medication|tablets|oxygen|pump|monitor|pills
pharmacy|chemist|prescription|script|surgery|gp & no|out|none|friday|monday|week|cant|wont|stock|lost|delay*|fell|refus* & cold|freezing|shaking|fit|fits|sick|slow|sense|dizzy|swollen|voices|insulin|gone|flying|seizure|breath*|thyroid|worse|heart|steroid|adrenal|lithium|withdraw*|collapsed
# a mind that has slipped
awake|slept|sleep & since|not|no|days|nights|week|thursday|monday|tuesday|wednesday|friday|saturday|sunday & chosen|government|messages|tv|signs|mission|voices|watching|know|energy|racing|special|prophet|mi5|cameras|devil|jesus|spies|spied|confirm*|secret|walls
chosen|government|mi5|mi6|neighbours|cia|devil|satan|aliens|spies|agents & chip|implant*|implanted|tracking|listening|piping|gas|beaming|thoughts|brain|poisoning|cameras|walls|radio|tv|signals|messages|mission|confirms|bugged|rays|lasers|chosen & me|my|i|im|us
hear|hears|hearing|heard .. people|men|women|voice|voices|whispering|laughing|god|satan|devil|talking|radio & walls|wall|telling|tells|tell|jump|ceiling|nobody|kill|commands|instructions|inside
telling|tells|told|tell|say|says|saying me|him|her .. to .. jump|kill|get|go|hurt|do|cut|burn|stab|run|walk|die & voices|voice|walls|hear*|head|god|devil|tv|radio|people|window|roof
cant|dont|not|hard .. tell|know|sure .. whats|what|is|if .. real|reality|real|dreaming
going|gone|losing|lost .. mad|mind|insane|loopy|crazy|marbles|plot & tonight|real|voices|help|please|someone|cant|come|walls|hear*|see*|awake|sleep|slept
not|isnt|arent .. real & things|people|voices|see*|hear*|feel|me|world|nothing
thinks|believes|convinced|reckons|insists|says|sure|adamant .. hes|shes|im|were|theyre|that|the|we|are .. god|jesus|prophet|dead|chosen|king|queen|poisoned|poisoning|watched|followed|spies|messiah|famous|devil|possessed|rotting|implant*|bugged|watching|spying|aliens
flying|high|buzzing|speeding|racing|wired|invincible & lithium|meds|slept|awake|nights|manic|eaten & i|im|ive|he|she|hes|shes
please .. someone|somebody|help|ring|come|send|call & husband|wife|mum|dad|son|daughter|hes|shes|tonight|now|dying|bleeding|breath*|taken|took|hurt|lying|floor|unconscious|walls|voices|jump|window|pain
# heat and cold
stopped sweating
heat|heatstroke|sun|degrees|hot|dehydrat* & stopped|rambling|collapsed|confused|fainted|fainting|sick|passed|slurr*|dizzy|staggering|delirious|vomit*|unconscious|pickers|unresponsive & he|she|someone|one|colleague|i|mate|driver|worker|man|woman|staff|lad|they|baby|him|her|mum|dad
hypotherm*|frostbite|heatstroke
freezing|frozen|blue|cold|shivering & confused|drowsy|slow|sense|sleepy|lips|mottled|hands|stopped|slurr*|wake|stiff & he|she|im|i|hes|shes|mum|dad|baby|old|neighbour|man|nan
# more signs, and signs with nobody there to help
inhaler|inhalers|nebuliser|nebulisers|ventolin|puffer & touching|touch|working|work|every|hourly|helping|help|puffs|times|already|twenty|ten & @now|asthma|cant|breath*|chest|he|she|i|my|his|her|not|nothing
peak flow & down|low|100|120|150|200|half|dropped|cant
pressure|bp & 200|190|180|210|220|230|170|roof|dropped|dropping|70|80|60|50|sky|low & headache|headaches|dizzy|pregnant|weeks|chest|vision|nose|collapsed|faint|tablets|over|nobody|stand|lights|sent|home|sepsis
potassium|sodium|inr|calcium|haemoglobin|platelets|lactate|troponin|crp & high|low|raised|dropped|critical|through|dangerous*|over & @now|nobody|rang|call*|home|sent|i|my|he|she|told
pacemaker|defib|defibrillator|icd|shunt|stent|picc|hickman|fistula|cannula|port|graft|feeding|stoma & shock|shocks|shocked|fired|red|swollen|bleeding|blocked|infected|pus|hot|leaking|pain|painful|black|beeping|headache|vomiting|came|fallen|prolapsed & @now|my|his|her|i|nobody|out|since
redness|red|streak|streaks|line|lines|rash|infection|bruising & spreading|tracking|creeping|climbing|moving & up|arm|leg|hot|fever|face|hours|body|since
sickle|adrenal|addisons|addisonian|asthma|myasthenic crisis|attack & @now|im|ive|he|she|my|having|no|cant|nobody|having|sent|hospital
jaundiced|jaundice|yellow & baby|eyes|skin|feeding|liver|itch*|days|newborn|drowsy & @now|i|he|she|my|his|her|going|gone|turned|cant
cauda|equina
deaf|hearing & sudden*|overnight|woke & ear|one|gone|lost
nothing|anything|not|hasnt|havent|barely .. eaten|drunk|kept|ate|drank|swallowed & days|since|week|weak|hours & collapsed|weak|dizzy|drowsy|dehydrat*|vomit*|nobody|ill|confused|urine|sick|faint|weight|sleepy|baby
drooling|dribbling|saliva & throat|swallow|cant|swollen|face|side|choking
single|one|few|couple|short words|word|sentences & breath*|gasp*|talk|speak|asthma|time
ribs|tummy|neck & sucking|pulling|drawing|drawn|sinking & breath*|baby|in|he|she
insulin|methadone|meds|medication|dialysis|antibiotics|chemo|oxygen|pain relief|epilepsy|parkinsons|steroids .. not|never|late|wasnt|hasnt|havent|werent .. given|arrived|come|delivered|done|charted|written|prescribed|started|ordered & @now|hours|days|days|shaking|cant|sick|high|i|my|he|she|mum|dad|rigid|frozen|fits
nil by mouth & days|day|since|weak|hours|diabetic|dizzy
trolley|corridor|chair|floor|waiting & @sign & hours|nobody|still|ignored|alone|hrs|left|now
@sign & im|ive|hes|shes|still|keeps|keep|today|tonight|since|now|currently|sitting & cant|cannot|wont|nobody|worse|refused|ignored|sent|fobbed|help|please|alone|worried|scared|worsening|spreading|answering|hours|days
@sign & ring|rang|phone|call*|told|sent|discharged|refused|dismissed|fobbed|turned & home|away|paracetamol|anxiety|wait|nothing|again & still|worse|cant|now|since|collapsed|next|dying|im|hes|shes|keeps|cannot|today
getting|got|gets|gotten|much|lot|way worse & @sign & i|im|my|he|she|hes|shes|mum|dad|baby|nobody|cant|now|since
sudden|suddenly & @sign & cant|now|since|left|right|half|one|morning|today|still|arm|leg|face|eye|speech|head
operation|op|surgery|discharged|birth|section|procedure|implant|biopsy|cast|plaster|flight|miscarriage|termination & @sign & now|since|still|today|cant|nobody|worse|days|keeps|soaked|hot|smell*|burst|answer*|tonight
diabetic|epileptic|asthmatic|haemophiliac|pregnant|newborn|premature|immunosuppressed|transplant|chemo|warfarin|thinners & @sign & cant|nobody|now|since|still|hours|days|sent|no|wont|refused|keeps|waiting
# taken just now; cannot lie flat; nothing left to help
took|taken|swallowed|had .. 10|12|15|16|20|24|28|30|32|40|50|60|100|twenty|thirty|forty|fifty|handful of them|those|these
dialysis & fluid|swollen|breath*|drowning|potassium|missed|twice & missed|transport|full|drowning|twice|turn|cancelled
drowning|choking|gasping|breathless|suffocating .. lie|lying|lay|flat
spray|gtn|nitro & not|isnt|wasnt|doesnt .. touching|working|helping|shifting
angina & rest|worse|spray|woke|minutes|constant
no|out|empty|lost|last .. puffer|inhaler|inhalers|ventolin & gasping|wheez*|tight|breath*|cant|shut
gasping & puffer|inhaler|air|breath*|lips|asthma|chest
face arm|arms speech
manic|mania & spent|motorway|slept|naked|walking|money|sleep|flying
walking|wandering|running|walked .. on|along|in|down .. motorway|carriageway|railway
"""
