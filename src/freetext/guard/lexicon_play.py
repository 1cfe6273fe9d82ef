"""What sounds grave and is play, stage, money, things, happy days or the ordinary business of a hospital."""

PLAY = """
# games, sport, stage and screen
paintball|paintballing|laser|nerf|fortnite|minecraft|xbox|playstation|vr & shot|shoot|shooting|kill|killed|killing|gun|guns|bomb
shooting|shoot hoops|games|game|stars|star|range|club|practice
escape room|rooms & bomb|knife|gun|locked|murder|killer
diffuse|defuse .. bomb
beat|beaten|battered|hammered|thrashed|slaughtered|destroyed|killed|murdered|smashed & cup|league|match|netball|football|rugby|hockey|cricket|final|tournament|quiz|chess|darts|bowls|score|ref|penalties|nil|goals|team
judo|karate|boxing|wrestling|martial|kickboxing|taekwondo|fencing|mma & throw|hit|punch|kick|kicks|fight|fights|sword|beat|chokes
macbeth|hamlet|play|panto|pantomime|drama|film|movie|novel|story|halloween & blood|murder|killed|stabbed|sword|stabbing|witch|dead|die|dies|ghost|violence|knife
history|blitz|war|tudor|victorian|egyptians|romans|castle & killed|alone|beheaded|died|dead|bomb|bombs|bombed|swords|sent|torture|plague
hamster|goldfish|rabbit|chicken|chickens|hen|guinea|budgie|fish & killed|died|dead|eaten|attacked
wasp|wasps|seagull|seagulls|gull|goose|geese|swan|pigeon|pigeons|squirrel|midges|mosquitoes & attacked|attack|bitten|bit|stung|chased|mugged|stole|terrorised
football|ball|frisbee|cricket|rugby|tennis & hit .. by|me|window
hit by .. ball|football|frisbee
postman|postmans & dog|bag
smash|big|massive|huge hit|hits
hit|hits|hitting .. his|her|their|my|our|all .. targets|goals|milestones|deadline|deadlines|grades|stride|notes
face painting|paint|paints & scar|blood|zombie|stitches
zombie|zombies & am|like|film|tired|night|walk|apocalypse|sleep|makeup
# said of things, money and work
killing|kills|kill|killed .. social|high|suspension|trade|planet|business|businesses|town|village|streets|independent|bees|mood|vibe|battery|grass|shops|pubs|data|conversation
times|timetable|buses|bus|test|test|exam|traffic|parking|commute|job|hours|rota|shifts|heat|noise|charges .. are|is|was|nearly .. killing|killed|kills me|us|my
nearly killed me & test|exam|run|walk|hill|stairs|workout|class|lol|maths
is|was|be|absolute|pure|sheer murder
murder|kill for? .. cup|tea|coffee|pint|cuppa|bacon|sandwich|curry|biscuit
could|would|i have|of|gladly killed|murdered|strangled|shot whoever|the|that
wife|mum|husband|missus|partner would|will|ll|is|would kill me|us if|for|when
shoot me if|now|please
want|wants|needs|need|deserve|deserves shooting|shot|stringing
strangle|throttle|murder|kill|thump|punch the|that|this printer|computer|laptop|photocopier|system|website|phone|wifi|app|budget|machine|till|screen
strangled|strangling|throttled the|our budget|economy|growth|town|service|services
hit|hits|hurting|hurts us|people|families|students|them|kids|pensioners|everyone|me all|hard|hardest|badly|financially
hit us|me|them students|families|pensioners|hard|all|workers
rise|rises|cuts|cut|increase|prices|fares|bills|inflation|costs|price|pressure|tax & hit|hits|hurting|hurt|crippling|squeezing|killing|strangling|suffocating
are|is|were|was|been|get|gets hit|hurt hard|hardest|with|financially
got|get|been|was|were hit with .. charge|bill|fee|fine|increase|rise|penalty|surcharge
hit with a
threatened|threaten|threatens|threatening .. me|us|him|her|to|with .. court|fee|fees|fine|fines|closure|bailiffs|charge|action|cancel|leave|disconnection|sanction|detention|strike|take|late|eviction|legal|redundancy|resign|withdraw
threatened|threatening|threaten .. strike|closure|industrial|legal action|closure|strike
threatened by .. change|technology|ai|progress|competition|online
threatening letter|letters|email & library|book|parking|tax|bill|council|licence|fine
teachers|staff|some threaten to
stop threatening us with
threaten|threatens|threatened to take|cancel|close|leave|resign|quit|remove|stop|withdraw|strike
ticking time? bomb
time|photo|bath|cherry bomb
cost|costs .. bomb
bomb of|site|proof|disposal
secret weapon|weapons
slave driver|drivers|drivers|to
stalking|stalked|stalk me|the|you|your|him|her .. on|via .. teams|zoom|slack|linkedin|facebook|website|tracker|page|instagram
stalked|stalking|stalk the website|page|site|app|tracker
stabbed|stab|stabbing .. in|at .. back|dark|machine|screen|keyboard|buttons|ticket
stabbed|stab at
stubbed
bullies with clipboards
bullied|bully|bullying|pressured|guilted .. into .. buying|paying|signing|joining|volunteering|buy|premium|membership|contract|donating
salesman|salesmen|sales|salesperson|cold & bullied|bully|bullying|pushy|harassed|threatened
neglected|neglect .. flower|beds|bed|building|buildings|courts|court|shelters|paint|verges|hedges|planters|toilets|path|area|square|centre|estate|roads
building|buildings|courts|court|shelters|park|pitch|garden|gardens|toilets|gates|road|roads|estate|area|town|library|hall|playground|beds|bridge|pond|benches & neglected|neglect|abused|attacked|damp|vandals|suicide
flower beds & neglected
been neglected by the council
toilets|equipment|system|trust|parking|bays get|gets|got|is|are|being abused
attacked by damp|rust|mould|moths|slugs|woodworm|greenfly|vandals|weeds
attack|attacks|assault on .. budget|opposition|pay|senses|pensions|nhs|arts|countryside|high|motorists
violent agreement|colours|pink|green|pattern|clash|sneeze|storm|storms
suicide of a|for|by|for|squad|rates|doors
career|political|commercial|financial|social|professional suicide
is suicide for|to
overdose|overdosed|overdosing|od of|on .. glitter|pink|colour|chocolate|sugar|cake|christmas|tinsel|beige|jargon|acronyms|coffee|turkey|mince
haemorrhaging|hemorrhaging|bleeding .. staff|money|members|cash|talent|customers|support|nurses|teachers|funds|volunteers
suffocating|choking|choked in|on|from|under .. office|price|prices|dust|fumes|paperwork|heat|red|room|perfume|cost|that|bureaucracy|my
staff choke on
cant|couldnt|cannot|can hardly? breathe|breath for|with|from .. laughing|paperwork|forms|admin|laughter|giggling|meetings|the
collapsed|collapse|collapsing|fell|rolling|crying|dying .. laughing|laughter|giggles|about|floor .. laughing|laughter
scared|scares|frightened|frightens my|the|our|me? .. half to death & dog|cat|noise|dryer|fireworks|alarm|toddler|horse|bang|siren
half to death & fireworks|noise|alarm|dryer|dog|cat|siren|bang
throw|chuck|hurl|throwing .. laptop|phone|computer|tablet|printer|papers|remote|controller .. out|through|window|across
hopeless|useless|rubbish at french|maths|spelling|directions|technology|it|computers|names|art|football|cooking|english|science|sport
goodbye|farewell|goodbyes to .. worker|teacher|teachers|staff|social|team|colleague
sad .. say goodbye
say|said|saying farewell|goodbye & sad|worker|retire|leaving|social|moving|team|stable|therapy
starving|starved & pizza|chips|time|swimming|cafe|dinner|lunch|food|canteen|worth
hungry after|from|by .. swimming|football|swim|training|class|sports|time|school
cant|not go|carry on like this with|without|much & photocopier|printer|one|staff|computers|parking|desks
end it all & meeting|no|monday|lol|just
i|we|lost the|my will .. survey|page|queue|form|hold|meeting|phone
lost|losing the will .. live & survey|page|queue|form|hold|meeting|phone|lol|waiting|website|powerpoint|by
weight lifted|lift|lifts|off|has
weight lift off
blue|numb|frozen with cold & changing|pool|heating|room|office|waiting|bus|stop
black and blue & paint|ink|stuff|dye|rails|hands
what happens .. when i die & tenancy|will|pension|house|plot|account|lease|membership
know where .. am|stand|is|are|the|it|to
be|been locked up for .. charge|charging|price|what
robbed & ref|referee|refs|match|game|points|penalty|cup|judges
knives & peeling|spuds|plastic|cookery|blunt|cutlery|chef|forks|sharper|sharpen|sharpening
bricks|brick like|house|wall|walls|paving
like a brick
bread like
funeral payment|payments|plan|plans|director|directors|costs|cost|service|home|arrangements|tea|parlour|poverty|expenses|leave
my|the .. husbands|wifes|mums|dads|mothers|fathers|nans funeral
a|wee|little|tiny bit
bit short|overwhelming|annoying|strict|long|harsh|rude|much|bland|late|slow|far|tricky|abrupt|loud|rushed
break|breaks|broke|broken|breaking my|her|his|our|your heart|hearts
kick|kicked|kicking the habit
stitches out|removed|taken
wont|wouldnt|doesnt|cant|didnt|not fit
fit as|through
beaten to
mess|messing|messed|messes about|around
home alone was|is|film|showing & cinema|film|kids|tv|loved
meals on wheels
send|sends|sent photos every|of|each|daily
selection|cereal|lunch|toy|shoe|suggestion|letter|ballot box|boxes
buttons|keys|drawers|doors that stick
finger|thumb .. on .. tin|lid|paper|can
in two|three|four|five|six|ten women|men|people|children .. experience|suffer .. domestic? abuse|violence
@subject was|is the|our|a topic
self neglect was
homework & child abuse|cruelty
collapsed|collapse .. in a? heap|wind|storm
marquee|tent|shelf|roof|ceiling|gazebo|fence & collapsed|collapse|fell
high vis|street|school|quality|standard|level|levels
lost child point|property
after school|hours|care .. club|clubs
boots for|and coats
stick out
nothing was|is|were .. too? much|trouble
extra effort|mile|care|time|help|support|attention
a|free|one|best|another|good|booster|half|second|third shot
shot at|of|glass|put|blocker
blew|blows|blown up .. post|phone|inbox|twitter
knock out|outs stage|round
old friend|friends
mind|minds blowing|blown
world|life|stock of war|wars
water|food|pillow|snowball fight|fights
beat|beating|beats .. game|level|boss|record|time|score|odds|zelda|opponent|opponents|computer|team|personal
killed|killing|nailed it
kick|kicked|kicks back|ass|butt|start|started
# what happens in happy lives
friend|friends|cousin|cousins|sister|sisters|brother|brothers|members|own|best wedding|marriage|engagement|weddings
wedding|marriage anniversary|function|party|ceremony|cake|dress|reception|planning|of|photos|season
best man
kissed|kiss|kissing|hugged|hug|hugging|cuddled my wife|husband|girlfriend|boyfriend|baby|son|daughter|kids|dog|cat|fiance|partner|mum|mom|love
hug|hugs and a? kiss|kisses
me|us a? big|huge|nice|sweet|little|very? hug|hugs|kiss|kisses|cuddle|cuddles
very|so|really|deeply|felt|feel touched
made|make|makes|making a joke|jokes
laugh|laughs|laughed|laughing .. at .. joke|jokes|film|movie|show|video|funny|comedy|story|stories
video|board|card|computer|ball games|game
online friends|shopping|course|courses|class|classes|order|form|booking|learning|banking|shop|store|game|games|account|services|survey
next|last|best|great|good|high|full|first|top|pass marks
high|good|full|top marks
base|big|greatest|smash|top hit|hits
hit .. my|his|her|our|their|the step|steps|goal|goals|target|single|double|jackpot|gym|beach|snooze|road|sales
found .. online|out that|about
last|first|final day|week|night|exam|exams|payment|episode|lesson|shift|term of|at|before|for|in|my|we
bought|booked|made .. last week|night
passed|pass|passing .. exam|exams|test|tests|driving|entrance|class|course|interview|grade
lake|river|beach|park|sea|canal & fishing|swim|swimming|picnic|boat|kayak|holiday|lovely|happy|beautiful|ducks|path|dog
on|from|at|onto|off .. balcony|roof & relax*|view|sun|tiles|leak*|slates|bug|garden
wont be able|there|back|using|coming|disappointed|returning|long
took|gave|left a note|letter on|of|for|from|to thank|say|thank
soft|dog|cat|baby|pet|hot|good|great|fast|healthy food
movie|film|cinema|pasta|cake|ice cream & happy|dinner|lunch|family|restaurant|enjoyed
fell asleep|sleep
open heart surgery
push chair|button|bike|ups
time high|low
beats a|any
hold|holding|held back on
ask|asks|asking what happens if
scared|afraid|frightened of trying|failing|failure|mistakes|change|feedback
children|young|people with complex needs
sex with my wife|girlfriend|partner|girl|fiance|spouse
great|amazing|good|awesome|wonderful|passionate sex
wife|girlfriend and i .. sex
girlfriend|wife|daughter|son|baby|dog|crush .. kissed|kiss|kisses me
drive on .. calm|quiet|open road
not|wouldnt be here without
live|living|waiting|changing|dining|sitting room|rooms
was|were having a stroke|seizure|fit|hypo|heart
transformed from
see|seeing|saw|seen .. have a seizure|fit
waited|wait .. on the floor
providing|provide|provides eating disorder
eating disorder service|services
sick cat|dog|kitten|puppy|pet
first .. tooth|teeth
one punch
breakfast in bed
wash|washed|washing my hair
farewell party|do|lunch|dinner|speech
# hospital and ward talk
hit me that|when|how|like|up
bottle|bottles of .. wine|water|milk|beer|pop|juice|whisky|prosecco|champagne|gin|sauce
his|her|my|their|our|flu|winter shot|shots
shooting hoops|baskets|photos|video|film|pictures|clays
hes|shes finished|done .. working|work|with|training|school|his|her
scared to go any|to
providing|provide|fund|funding eating disorder
end of my .. therapy|contract|term|stay|shift|course|treatment|sessions|tenancy
could have been .. dead
wheelchair user|users|access|accessible|taxi
half fell|jumped
example|instance|say .. sepsis|stroke|seizure
past .. sufferer
over the phone
victims|survivors|perpetrators of .. abuse|violence|assault|stabbing|stabbings|trafficking|rape|crime|torture|harassment
patients|people|those|anyone|students|pupils|clients|families with|experiencing|having|at .. psychosis|suicidal|sepsis|seizures|epilepsy|stroke|anaphylaxis|self|violence|abuse|risk
treat|treating|see|manage|managing|support|supporting|assess|assessing .. stabbings|stab|overdoses|strokes|victims|seizures|sepsis
no longer .. suicidal|depressed|afraid|scared|hearing|hallucinating|harming|self|violent|feel|want
seizure|fit|pain|symptom|bleed free|clinic
seizures|fits|asthma|epilepsy|diabetes|sugars|bleeding|voices .. controlled|control|managed|settled|stopped|gone .. now|well|since|thanks|completely
chest|headache|bleeding|clot|falls|epilepsy|stroke|sepsis|seizure|pain|breathlessness|pregnancy|heart|eye|wound|fracture|burns|asthma|diabetes|diabetic pain? clinic|clinics|ward|unit|nurse|nurses|team|class|group|pathway|six|screening|trolley|review|rehab|department|assessment|charity|service|outpatients|specialist|consultant|leaflet|poster|club|monitor|diary|plan
used to have|get|suffer .. seizures|fits|panic|blackouts|migraines|palpitations|attacks
last had a|any .. seizure|fit|attack|stroke
family|past|previous|medical history of
history of .. stroke|heart|self|abuse|violence|seizures|suicide|sepsis
died|passed of|from|with|after .. sepsis|stroke|heart|cancer|covid|haemorrhage|meningitis|attack|overdose
needle|needles phobia|phobic|scared|exchange
scared|terrified|frightened|afraid|phobia .. of needles|dentists|dentist|spiders|heights|flying|lifts|hospitals|mri|injections|blood
fainted|faint|faints|queasy|dizzy .. sight|thought of
bleeding gums|edge
attack|fit|fits of .. giggles|laughter|nerves|nostalgia|vapours
hay fever
stab in|of
slapped|slap .. with|on .. ticket|fine|charge|notice
robbed .. by|of .. parking|machine|pounds|prices|fees|sleep
beat|beating|beats|fought|battled .. cancer|covid|depression|addiction|odds|leukaemia
fighting fit|chance
knocked me|him|her for
stitched up
violence|violent and|or aggression|aggressive .. policy|training|poster|posters|sign|signs|marker|towards
zero tolerance
panic button|buttons|alarm|alarms
threat|threats|threatened|under .. closure|closing|redundancy|redundancies|merger
dying .. for|to .. cup|brew|coffee|drink|loo|wee|cigarette|find|know|see
nearly|almost had|gave|give|gives .. heart|kittens|stroke & bill|price|cost|parking|when|laughing
heart|hearts .. melted|skipped|swelled|full|gold|sang|broke|warmed
breath .. taking|taken|held|mints|test
waiting with bated
take|took|takes .. my|your|our breath away
breathe .. easy|easier|sigh|relief|again
breathing space|exercises|exercise|techniques|room
blue light|badge|bin|lights|chairs|team|zone|line|uniform|plasters|cross|doors
cold hands|feet|tea|food|ward|corridor|room
hot weather|day|days
dressing gown|gowns|table|room|change|changes|clinic
seeing .. double|stars|red|doctor|nurse|consultant|same|different|someone & appointment|booked|clinic|time|consultant
see|saw|seen .. different|same|new|lots|many people|faces|doctors|nurses
voices .. heard|children|patients|users|people|matter|louder & survey|council|forum|policy|meeting|services
blood|bloods test|tests|taken|pressure|sugar|sample|samples|form|forms|result|results
drew|draw|drawing|drawn|took|taking|take|gave|give .. blood|bloods
controls|control .. blood sugar|pressure
breath of fresh|air
fell through|behind|short|in|out|for
follow|following|follows up|ups|on|the|advice|instructions|procedure|week|day|month|appointment|and|my
following day|week|month|year|questions|reasons|my|and
sound advice to follow
caught a? cold|bug
wrong medication|side|number|department|information
at risk|high .. age|group|category
"""
