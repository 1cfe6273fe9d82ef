"""What gives away that somebody means to die or hurts themselves: what is kept, said on forms, tried, and what those around them see."""

SEEN = """
# things put in order
sorting|sorted|sort|put|putting|straightened|settling|settled|tidying my|his|her|their affairs
picked|chosen|chose|choosing|picking|know .. songs|hymns|readings|coffin|outfit & drawer|ready|already|find|when|after|funeral|list|gone
cancelled|stopped|cancelling .. paper|milk|papers|subscriptions|direct|gym & affairs|someone|cat|dog|gone|sorted|everything|need|wont
found|got someone|somebody|people|new|good .. for|home the|my|his|her cat|dog|cats|dogs|pets|rabbit|horse|fish & affairs|cancelled|sorted|gone|ready|when|after|wont|everything
updated|made|written|changed|rewrote|finished|signed .. will & passwords|letters|goodbye|funeral|marking|everything|kids|ready|up to date|age|20|30|young|suddenly
passwords|pin|codes|bank|logins .. for|to|so her|him|them|wife|husband|kids|mum|partner & written|wrote|will|list|updated|drawer
cleared|emptied|tidied|cleaned|binned|packed .. room|flat|desk|locker|house|drawers|stuff & paid|gave|given|returned|deleted|social|socials|unfollowed|goodbye|thanked|hugged|off
paid .. back|debts|everyone|off .. everyone|debts|money|owed|tenner|fiver|off|all & cleared|isnt|odd|social|goodbye|gave|suddenly|room
came|come|gone|going off .. social|socials|facebook|insta|instagram|whatsapp|everything|media|snap & goodbye|sorry|cleared|gave|paid|odd|quiet|worried|room|friend|suddenly|isnt
unfollowed|blocked|deleted|left|unfriended .. everyone|everybody|all|chats|groups|us & sorry|soz|last|black|goodbye|hearts|post*|friend|worried|everything
sorry|soz|forgive for? everything|being|existing|all & friend|mate|she|he|post*|text*|student|pupil|brother|sister|keeps|unfollow*|note|page|message*
forgive me|him|her|us & note|page|diary|planner|wrote|left|letter|text|texts|message|messages|mum|everyone|posted|gone
ringing|rings|phoning|messaging|texting|visiting|rang|phoned|messaged|texted|visited|contacting|seeing .. friends|mates|relatives|cousins|exes|everybody|everyone & thanks|thank|sorry|forgive|love|goodbye|memories & old|all|round|suddenly|creeps|started|odd|been|he|she|her|his
opened|read|given|posted|sent after|when|once|later|afterwards & wrote|write|letters|letter|cards|notes|video|videos|written|recorded|envelopes & everyone|love|kids|to be|gone|each|i|ive
look|looking|care|have|keep|take|mind .. hamster|dog|cat|rabbit|pet|fish|pig|budgie|plants|horse|kids|gerbil|tortoise .. for? ever|forever|always|good|permanently|gone
countdown|counting & chat|group|posted|post|posts|friend|story|status|bio|mate|sent & someone|friend|her|his|he|she|sent|mate|worried|girl|lad|boy
making|made|make|doing .. quiet|quietly|secret|own|final preparations|arrangements|goodbyes
preparations|arrangements & found|find|discovered & he|she|his|her & gap|quiet*|secret*|die|gone|worried|world|low
found|find|finding|discovered .. goodbye|hidden|secret|his|her note|letters|stash|rope|preparations|searches & drawer|bed|under|wardrobe|worr*|scared|laptop|daughter|son|wife|husband
picture|picturing|imagine|imagining|imagined|see .. flat|room|house|bed|chair|desk .. empty|stripped|gone|without & restful|peace*|calm|relief|better|feel*|me
# kept ready
keeping|kept|keep|saving|saved|put|putting|stashing|stashed|hiding|hoarding|holding .. something|some|few|enough|bit|things|stuff|back|tablets|pills .. back|by|aside|away .. just|in|for case|when|end|need
plan b|be|z|c|kit|exit|backup & garage|wardrobe|shed|drawer|loft|boot|bedside|case|cupboard & ive|got|have|i|my|knowing|if & doesnt|fails|calm*|therapy|ready|knowing|need|case|work
know|knowing|knows|comfort*|calm* .. its|theyre|it|they|is|are there & drawer|wardrobe|garage|shed|cupboard|box|bag|loft|bedside|bed|kit|tablets|pills|rope|blade
googling|googled|searching|searched|reading|looking|browsing|watching .. things|stuff|sites|pages|ways|videos|up .. i|he|she|you|we|that? shouldnt|not|dark
search|browser|google|internet|browsing|youtube history & worry|worri*|scare*|frighten*|concern*|shock*|dark|alarm*|upset*|sad|die|found
worked|figured|found|know|checked .. when|which|what|out .. housemates|flatmates|family|wife|husband|everyone|parents|house|theyll|theyre|hell|shell|kids .. away|empty|asleep|gone|out & i|ive|im|hes|shes
a|the|my date|day in|on my|his|her head|mind|calendar & nobody|after|exams|end|noone|over|then|knows
birthday|thirty|forty|thirtieth|fortieth|eighteenth|fiftieth|anniversary & deadline|cutoff|limit|expiry & my|me|i|always|thats
# asked, and not told
i|ive|always|he|she lied|fibbed & thoughts|gp|doctor|nurse|counsellor|therapist|questionnaire|form|score*|crisis|suicid*|feelings|asked
lie|lies|lying|fib about|on|to|when .. thoughts|questionnaire|how|form|phq|scores & i|feel*|ask|crisis|gp|therapist|counsellor|always
ticked|tick|ticks|circled|put|answered|score|scored .. not|0|zero|never|none|nothing|all & question|last|nine|9|phq|scores & true|truth|fuss|honest*|really|lie|lied|wasnt|always|want
question|number|q nine|9|ten|10 & ticked|lied|true|truth|fuss|honest*|nearly every day
phq & nine|9|lied|every day|20|21|22|23|24|25|26|27|score*|high*
know|learnt|learned|knows what|how to say|answer|tick|act|pretend & leave|alone|fine|discharg*|crisis|believe|section*|let|out
not|isnt|aint|wasnt even|just|really? joking|kidding|messing this|anymore|now|time|about
i joke|joked|laugh|jokes .. about|off .. it|dying|death|this|killing|dead & not|nobody|noone|serious|mean|true|hears
should|shouldve .. have? been|be|put nearly every day
# tried, and chance left to decide
nearly|almost|might|tempted|going|gonna|close|scared|worried|afraid|frightened .. did|do|done|doing something|somethin|summat .. silly|stupid|daft|drastic|permanent|bad|final|awful|terrible|dumb
i|he|she|ive|hes|shes came|come|got so|very|that|really|too? close last|again|on|this|twice|yesterday|tonight|sunday|saturday|friday|monday|other
saved|revived|rescued|resuscitated|brought me|him|her .. back|round? & wasnt|not|isnt|didnt|dont|never|wish|angry|hate|shouldnt .. grateful|glad|thankful|want|hadnt|didnt|them|have
wish|wished|wishes|only .. paramedics|paramedic|ambulance|crew|police|neighbour|they|he|she|medics .. been|came|come|arrived|got|found|were .. slower|later|late|longer
wish|wished .. they|paramedics|doctors|crew|mum|he|she|nobody|you|dad .. hadnt|not|never|didnt .. found|find|saved|bothered|revived|brought|stopped me|back|round
after|by|of my|his|her own doing|making|hand|accord & hospital|woke|ward|ambulance|overdose|resus|discharged|icu|taxi
went|got|gone|came|sent straight|right|back home|back|out .. and .. tried|did|done|try it? again
third|second|fourth|fifth|another|last time .. found|find|finding|cut|saved|rescued|caught|brought|talked him|her|them|me|son|daughter
toss|tossed|tossing|flip|flipped|rolled|roll .. coin|dice & stay|live|go|tomorrow|heads|tails|night|alive|again|decide
russian roulette
leave|leaving|left|leaves .. it|things up? to fate|god|gods
care|caring|mind|matters|matter|bothered .. who|what|which .. flattens|hits|kills|finishes|runs|takes|gets|ends|flatten|hit|kill|finish me|him|her
i|ive|im|he|she|hes|shes .. stopped|stop|dont|doesnt|bother|quit|without|never|anymore .. looking|look|looks|checking both|before|when|left ways|cross*|i|road|stepping|and
i|id|im .. wouldnt|dont|not|wouldn|never ... get|move|jump|step|dive|swerve|brake out of? .. way|road|path|time
hoping|hope|hoped|wish|wishing|wishes|praying|want|waiting|wanted .. something|someone|it|that|anything|cancer|bus|truck|crash .. finish|finishes|finished|kill|kills|end|ends|wipe|hit|hits|happen|happens me|him|her|to me|to him|to her
stood|standing|stand|sat|sitting|been|went|climbed|stands somewhere|place|places .. nobody|noone|people|no|i|you|one .. shouldnt|should|supposed .. stand|be|go|sit
sit|stand|sat|stood|sits|stands|sitting|standing on|by|over|at .. bridge|footbridge|flyover|viaduct|cliff|cliffs|roof|ledge|tracks|embankment|platform & watch|evenings|nights|hours|nobody|noone|quiet & i|im|he|she|hes|shes|ive
dark|strange|strong|awful|bad|weird|odd|funny pull|draw|urge|pulling|temptation
pull|pulling|pulled|pulls|drawn|draws|urge|tempted|calls|calling .. edge|platform|tracks|rails|water|river|drop|bridge|railing & i|me|im|dark|every|he|she
yeet|yeeting|delete|deleting|erase|erasing|destroy|destroying|annihilate|exterminate|unmake|bin|offing|offed myself|himself|herself|themselves|yourself
going|gonna|to|tried|try|just|might|gunna|would|will off myself|himself|herself|themselves
# those who keep watch
darent|dare|darnt|dursnt|scared|afraid|frightened|terrified|daredn|dared .. leave|leaving|let .. him|her|them|son|daughter|husband|wife|brother|sister|dad|mum & alone|night|own|sight|sit|sleep|turns|door|watch|minute|die|hurt
turns|rota|shifts|sleep|sleeping|slept .. sit|sitting|watch|watching|outside|floor|landing|door & him|her|son|daughter|husband|wife|brother|sister|friend|his|room & darent|dare|scared|afraid|case|suicid*|harm*|alive|trust|does|try|tries
hid|hide|hiding|hidden|locked|lock|removed|counted|count .. knives|blades|razors|belts|sharps|ropes|scissors|sharp & he|she|son|daughter|husband|wife|we|him|her|dad|mum|case
check|checking|checks|listen|listening .. still|hes|shes breathing|alive & night|every|door|son|daughter|hour|wife|husband|scared|worried|low
isnt|not|doesnt|stopped|wont|no .. opening|open|opened .. curtains|blinds & wife|husband|son|daughter|mum|dad|finished|done|bed|eat*|friend|neighbour|i|months|weeks
loves|love us|me|you|kids|them|him|her .. but .. finished|done|gone|leaving|going & says|said|she|he|i|im
# how children and the young say it
be|become|being|am|go .. star|angel|ghost|cloud .. sky|heaven|soon|grandad|nan|mummy|daddy & says|said|told|wants|want|hell|shell|ill|wish*
go|be|live|lie|sleep|get in|into|under the|a? ground|grave|soil|earth|coffin with|like|next|and|beside & wants|want|wish*|says|said|asked|told|i
wish|wishes|wished|wishing .. was|were|been|had|hed|shed|id never|not made|born|created|invented|conceived|alive
heaven & get|go|getting|going|visit|there & early|soon|now|today|quicker|wants|want|asked|asks
own|her|his|my funeral|grave|gravestone|obituary|eulogy|headstone|coffin|death & draws|drew|drawing|writes|writing|wrote|creative|story|keeps doing|planned|essay
hate|hates|dont|doesnt .. being|be|want me|himself|herself|alive|here anymore|any|life|more & says|said|yr|year|old|son|daughter|six|seven|eight|nine|ten
# the body punished
scratched|scratching|scratches|clawed|rubbed|scrubbed|picked|bitten|gouged|cut|bit myself|himself|herself .. raw|bloody|bleed*|open|again|blood
plasters|bandages|steristrips|gauze|antiseptic & nick|nicked|nicking|nicks|steal|stealing|stole|steals|secret|secretly|hide|hiding|record|counts|sneak* & i|she|he|my|her|his|they|no
bandages|plasters & record|secret|arms|thighs|relapsed|nobody
relapsed|relapse|relapsing & cut|cutting|blade|arms|bandages|plasters|razor|purging|starving|ana|self
where|somewhere nobody|noone|no|mum|they|it|you|anyone|dont .. see|sees|look|looks|show|shows & cut|cuts|cutting|hurt|hurts|burn|burns|burning|scratch*|bleed*|blade|marks
my|his|her ana|mia|ed is|has|s|are|voice? back|louder|voice|says|tells|winning|wins|told|strong*|friend
louder|stronger than .. dietician|dietitian|therapist|nurse|me|doctor
bones|ribs|collarbones|collarbone|hipbones|spine .. show|showing|shows|stick|sticking|poking|visible & like|love|proud|want|pretty|safe|more|pleased|good
thinks|think|says|insists|sees|convinced|feel .. shes|hes|im|is|she|he|herself|too .. huge|fat|massive|enormous|obese|disgusting|whale & thin|sparrow|bones|stick|tiny|skeleton|weigh*|twig|bird|rake|size|nothing|gp|faint*|skin
leave|leaving|skip|skipping|skips|miss|missing|stop|stopped|cut|drop|dropping .. insulin|thing|jabs|food|meds|meals|tablets|dose|doses & fat|thin|thinner|gain|calories|skinny|slim
gym|run|runs|running|exercise|exercises|exercising|treadmill|cardio|star jumps til|till|until .. drop|drops|faint*|sick|collapse|collapses|pass|burn*|bleed|cant|hurts|dizzy & eat*|bite|food|calories|meal|myself|fat|weight|she|earn
hardly|barely|never|not|dont|doesnt|wont|havent|hasnt|refuse .. let|lets|letting|allow|allows|allowing myself|herself|himself .. bite|crumb|eat|eating|food|meal|carbs|breakfast|anything|sleep|warm|rest|drink
# farewells and meals, as others see them
say|said|saying|kiss|kissed|hug|hugged|bye|goodnight .. like|as .. last|never|goodbye|if|forever & time|last|see|again|proper|properly|weird|goodbye
said|says|saying|say .. bye|goodbye|goodnight|ta .. weird|properly|proper|odd|funny|different|strange|like|last|long
count|counting|counted|counts .. tin|tablets|pills|strips|packets|blister|drawer|what & i|he|she|enough|asleep|night|wife|husband|again
who|which|what .. things|stuff|toys|records|belongings|jewellery|tools|medals|games .. have|get|gets|want|wants|has & sister|brother|friend|cousin|mate|nephew|when|list|grandkids
loo|toilet|bathroom & after|straight .. meal|meals|eating|tea|dinner|eats|food & tap|taps|locks|sick|shower|teeth|music|runs & she|he|friend|daughter|son|sister|i|her
dont|not|never|wont|doesnt|without eat|eating|eats .. till|until|til .. dizzy|faint|shake|weak|clean|empty|dark|pass
makes|made|make|feel me|her|feel feel|clean|pure|empty clean|pure|empty|strong|light|hollow|control & eat*|hungry|starv*|meal|sick|food|dizzy|throw*|skip*
scratch*|cut|rub|dig|pick|burn till|until|til .. see|show|something|summat|blood|red|line|skin|stops
cleaned|cleaning|oiled|loaded|bought|borrowed|sits .. shotgun|gun|rifle|pistol & husband|dad|he|twice|stopped|quiet|again|farm*|brother|son
stopped .. shaving|washing|ringing|answering|eating|visiting|talking|joking|laughing|drawing|playing|caring & gave|given|gun|dog|die|dying|goodbye|shotgun|letter|worse|tablets
worried|worry|scared|afraid|frightened|terrified|dread .. find|finding|found|come|walk|open|get .. him|her|them|call|door|body & son|daughter|husband|wife|he|she|mum|dad|friend|brother|sister
# thoughts, voices, places, and what holds somebody back
thoughts|thought|urges|feelings|idea|ideas about|of|to? .. bridge|motorway|train|trains|tracks|river|cliff|rope|tablets|pills|knife|blade|razor|ending|jumping|roof & again|had|keep|having|every|came|back|i|ive|he|she
wont|not be? long|soon till|until|til|before im|i|ill|hes|shes with|wiv my|me|our|the|him|her
bridge|bridges|tracks|platform|roof|cliff|river|canal|drawer|balcony & invitation|inviting|tempt*|calling|answer|beckon*|whisper*|invites|pulls
wrong|far|other side .. barrier|railing|railings|rail|parapet|fence|bridge|ledge
since|now|once i|ive|hes|shes|he|she decided|chose|picked|made|accepted & quiet|calm|peace|lighter|relief|sleep|happier|easier|head|ready
trusted|trust|left|safe .. near|with|around|by|alone .. drawer|kitchen|knives|tablets|pills|balcony|window|myself|himself|herself|blades|razors
between me|him|her and .. end|death|edge|grave|rope|bridge|it & dog|cat|kids|only|one|just|thing
voices .. sense|right|friendly|winning|won|true|kinder|louder|persuasive|convincing
world|life|earth|room|place|space .. for|about people|someone|anyone|things like me|him|her|us
reading|read|looking|thinking|asking|researching|talking about|into|at switzerland|dignitas|euthanasia|methods|overdoses|drowning|hanging
id|would|could|might .. leave|go|end|be gone|tonight|now & feed|cat|dog|kids|who|if|only|look|wasnt|someone
done|finished|through|over|bored|tired with|wiv|of life|living|everything|breathing
shut|close|closes|closed .. eyes & hope|wish|pray|want|forever|open|never|shut|stay
not|wouldnt|isnt|hardly|aint .. call|called|calling .. living|life & i|it|this|waiting|just|me
weigh|weighs|weight|size|bmi .. less|under|than|down & too|still|fat|big|dog|child|huge|more|lose
sent|sends|posted|texted .. us|everyone|me|all|mum|friends & sea|cliff|bridge|goodbye|love|sorry & off|phone|answer*|gone|nothing|since
stopped|cant|hard|difficult|struggle|forget|why|reason to? .. breathe|breath|breathing|exist|existing & i|me|next|take|another|find|bother|think
funeral|burial|cremation|coffin|headstone & worked|cost|paid|money|left|saved|tin|drawer|envelope|cover & i|ive|he|she & note|wont|trouble|ready|nobody|decided|find|biscuit|tin|drawer
go|going|carry|keep on being me|this
stopped|not|no longer renewing|planning|buying|booking .. in advance|ahead|anything|anymore|christmas|holidays|library
# in few words
stockpil*|hoard*|stash*|squirrel*|saving .. tablets|pills|meds|morphine|patches|paracetamol|codeine|painkillers|insulin
stare|stares|staring .. at|over|into .. river|canal|tracks|rails|water|weir|drop
do|doing something|anything daft|silly|stupid|drastic|unthinkable|rash
notice|miss|know .. till|until .. smell|rent|bin
bones|ribs|collarbones .. show|showing|stick|poking
sit|stand|sat|stood|sits|stands|sitting|standing on|over|at .. flyover|viaduct|cliff|roof|ledge|tracks|parapet
darent|dursnt|darnt leave|let
down|just|only|barely to? four|five|six|4|5|6 stone
edge|ledge|roof & look|looking|looks down & i|he|she|just
i|ive|im deserve|deserved .. pain|hurt|this|punished|dead|it
punch|punches|punching|punched .. wall|walls|mirror|himself|herself|myself
bangs|banging|headbutts|smashes .. own|my|his|her head|face
stopped|refuses|refusing .. eating|drinking|eat|drink|food|meals
havent|hasnt|not .. eaten .. days|week|weeks|monday|tuesday|wednesday|thursday|friday|saturday|sunday
picks|picking|bites|biting|pulls|pulling .. own .. skin|hair|hands|arms|lashes|eyelashes
only thing|way|time .. calms|quiets|numbs|calm|numb|relief
"""
