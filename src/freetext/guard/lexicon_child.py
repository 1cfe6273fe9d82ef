"""What people write of children who are hurt, neglected, used or in danger; children write too."""

from freetext.guard.lexicon_child_danger import DANGER
from freetext.guard.lexicon_child_signs import SIGNS

SEEN = """
@kid & @hit|smack|smacks|hurts|hurt|hurting|belt|slipper|cane|wallop|tans|hiding|leathering
@kid & abuse|abused|abuses|abusing|neglect|neglected|neglects|groom|groomed|grooming|molest*|rape|raped|fondl*|assault*|interfered|interfering|traffick*|exploit*|predator|paedophile|pedophile|paedo|pedo|nonce|creep|perv|pervert|sexual|sexually
@kid & bruise|bruises|bruised|bruising|handprint|welts|burn|burns|burnt|scald|scalded|fracture|fractured|fractures|marks|mark|cuts|broken|limp|limping|blackeye|scratches|cigarette|swollen|bite
@kid & starving|hungry|underfed|unfed|thin|skinny|malnourished|bones|ravenous|scavenging|bins|bin|scraps|food|foodbank|weight & no|nothing|never|always|steal|steals|stealing|nick|fed|feed|eat|eats|eating|hide|hides|lost|night|diet|skips|weekend|comes|losing|quarter|third|half
@kid & alone|unsupervised|unattended|abandoned|locked & home|alone|car|house|night|nights|hours|day|days|pub|flat|park|baby|bookies|hot|dark|cupboard|room|unsupervised|school|dogs|street
@kid & locked|lock|locks|shut|tied|trapped|chained|caged|cage|strapped|harnessed|restrained & room|cupboard|bedroom|shed|garage|cellar|outside|out|in|dark|night|cot|chair|car|door|store|bed|garden|attic|loft|up
@kid & drunk|drinking|drunken|pissed|stoned|wasted|drugs|drug|heroin|crack|weed|needles|needle|spice|cocaine|coke|ketamine|methadone|vodka|using|cannabis|smoke|smoking|addict|addicts|dealer|dealers|dealing|alcoholic|bottles|booze|vapes|vape|pipe & mum|mam|mother|dad|father|parent|parents|house|home|lying|around|car|pickup|stand|asleep|fall|floor|while|gives|give|giving|front|care|him|her|she|he|partner|i|find|found|carry|sell|bag|van|gets|nan|carer|his|uncle
@kid & scared|afraid|frightened|terrified|petrified|flinch|flinches|flinched|flinching|cowers|cowering|cower|begs|begged|begging|dread|dreads|hides|hiding|hid|trembles|silent|withdrawn
@kid & scream|screaming|screams|crying|cries|sobbing|sobs|shouting|shouts|yelling|wailing|pleading|thuds|banging|thumping|smacking|swearing & night|nights|hear|heard|wall|ceiling|every|door|neighbour|neighbours|upstairs|next|hours|man|him|her|them|stop|dad|mum|hitting|walls|stopped|quiet
hear|heard|hearing & child|children|kid|kids|baby|boy|girl|toddler|little|bairn|wean & scream*|cry|crying|cries|hit|hitting|smack*|thud*|shout*|wall|ceiling|laying|beg*|locked|bang*|it|hurt
can hear him|her|them laying|hitting|hurting|beating|smacking|screaming
@kid & dirty|filthy|unwashed|smelly|smells|stinks|stink|soiled|nits|lice|rags|barefoot|shoes|coat|coats|freezing|cold|cockroaches|mould|mouldy|damp|squalor|faeces|mess|rats|mattress|dogs|bedbugs|infested|heating|electric|van|tent & no|same|weeks|days|never|sleep|sleeps|sleeping|living|school|wet|winter|always|every|state|smoke|wheezing|without|isnt|lives|matted|share|sharing|full|covered|thick|snow|outside
@kid & floor|bed|beds|toilet|nappy|nappies & no|isnt|same|days|sleeps|without|arent|dirty|soaked|full
sleeps|sleep|sleeping .. floor|bath|chair|sofa
@kid & social services|worker|workers & ignored|nothing|closed|reported|rang|ring|raised|told|lost|listen|log|know|dont
@kid & touch|touched|touches|touching|tickle|tickles|tickling|kiss|kissed|kissing|cuddle|cuddles|lap|undress*|naked|bath|baths|shower|showers|photo|photos|photograph*|pictures|filming|filmed|video|lens|nightie|knickers|pants|privates|private|bits|willy|fanny|minnie|down|nude|nudes|underwear|genitals|bottom|bum & secret|man|uncle|stepdad|coach|teacher|grandad|boyfriend|him|he|dad|brother|partner|cousin|older|under|says|said|watch|watches|paddling|pool|park|bed|wont|sore|hurts|hurt|door|send|sent|online|phone|swimming|changing|told|lady|asks|bloke|stranger|neighbour|lodger|lens|babysitter
@kid & secret|secrets & our|special|keep|its|man|uncle|dont|told|game|games|tell|says|new|touch*|tickle*|him|coach|teacher
secret
@kid & wet|wets|wetting|soil|soils|soiling|bed|nightmares|nightmare|selfharm*|regress*|withdrawn|quiet|clingy|sore|bleeding|lesson|knickers|changed|lock & since|every|begun|uncle|stepdad|teacher|contact|visit|visits|weekend|dad|lesson|coach|staying|cousin|comes|man|piano|he|door|again|asking|asks
lock|bolt|chair .. on|door|bedroom|against .. door|her|his|bedroom & daughter|son|asked|asking|wants|girl|boy|child|begun|cousin|stepdad|uncle
@kid & knows|know|says|say|saying|drawings|drew|drawing|draws|acts|acting|words|play|language|behaviour|sexualised & child|age|sexual|things|shouldnt|should|adult|rude|dolls|no|nobody & frighten*|shouldnt|sexual|no|worry|worried|inappropriate|naked|sexualised|things
sexualised|sexualized|sexualisation
@kid & older|grown|adult|men|man|bloke|blokes|boyfriend|twenties|twenty|forty|thirty|stranger|strangers|taxi|taxis|hotel|flat|cars|car|lads & picks|picked|pick|meet|meeting|meets|met|texts|texting|messages|messaging|gifts|presents|phones|phone|vapes|money|cash|sharing|share|room|night|online|sends|sleepover|sleepovers|staying|follow|following|follows|drives|gets|waits|waiting|hanging|sleeping|pregnant|dating|seeing|van|alcohol|drink|trainers|cigarettes|1am|2am|midnight|gates|approach|approached|grabbed
groomed|grooming|groomer|cse|cce|predator|predators|paedophile|paedophiles|pedophile|paedo|paedos|pedo|nonce|childline
discord|snapchat|snap|instagram|insta|tiktok|roblox|fortnite|whatsapp|xbox|omegle|online|chat|gaming|webcam|facetime|minecraft & nudes|nude|naked|pics|photos|pictures|video|man|men|meet|stranger|older|money|blackmail|threat*|groom*|send|sent|sends|secret|sexual|undress|adult & @child|im|me|13|14|15|12|11|year|parents|girl|he|she|my
nudes|nude|naked & send|sent|sends|sending|share|shared|asked|asking|photos|pics|pictures & 15|14|13|12|11|16|im|daughter|son|girl|school|year|boy|boys|parents|lad|lads|pupil|they
i am|im 7|8|9|10|11|12|13|14|15|16|17|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen & dad|mum|mam|parents|scared|tell|hit|hits|hurt|touch*|carer|screams|nudes|belt|stepdad|alone|uncle|brother|boyfriend|pregnant|drunk|foster|hungry|sad|die
im|i a? .. young|carer .. 7|8|9|10|11|12|13|14|15|16
im|am|i in year 1|2|3|4|5|6|7|8|9|10|11|seven|eight|nine|ten|six|eleven & dad|mum|hit|hits|belt|home|scared|hurt|tell|stepdad|touch*|please|drunk|uncle|parents|brother
please dont|not|do ring|tell|call|phone|contact|say|let .. home|mum|dad|parents|anyone|school|them|teacher|foster|my
dont|not|please|cant|never|didnt|wont .. tell .. mum|dad|parents|anyone|teacher|school|nobody|him|anybody|her|them & i|im|me|he|secret|hit|kill|hurt|scared
young carer|carers & me|i|im|she|he|mum|scream*|alone|needles|scared|tired|school|miss|eat|dad|no|brother|only
my|our|me|us & mum|mam|dad|mummy|daddy|stepdad|stepmum|foster & hits|hit|beats|belt|drunk|drinks|passed|forgets|feed|screams|kicks|locks|locked|punches|slaps|touches|leaves|smacks|shouts|throws|strangled|funny|needles|starve|asleep|wont|chokes & me|us|i|my|brother|sister
forget|forgets|forgot|forgetting|doesnt|dont|didnt|never|wont|stops|nobody .. feed|feeds|fed|feeding|cooks|dinner|tea|wash|buy & us|me|@kid|brother|sister|little
nick|nicking|steal|stealing|steals|stole|pinch|beg|begging & food|coop|co|shop|stuff|lunch|sandwiches|bread|milk|eat & mum|dad|us|hungry|brother|sister|feed|child|kids|boy|girl|pupil|she|he
eat|eats|eating|food .. out|from|off|through .. bins|bin|floor|rubbish|dog|bowl|skip|waste
bins|bin & kids|children|twins|child|boy|girl|toddler|boys|girls|toddlers & eat|eating|food|hungry|going|scavenge*|through
no|without|skip|skipping|missing|missed|cant|havent .. tea|food|dinner|eat|eating|meals|feed|breakfast|formula & kid|kids|child|children|us|we|mum|mam|dad|brother|sister|boy|girl|baby|she|he|lunch|school|week
water .. fill|full|instead|down|formula|bottles|milk|night & boys|girls|kids|children|baby|babies|hungry|two
formula|milk|bottles|feed|feeds|nappies & watering|watered|water|afford|stretch|reusing|dilut*|run|nothing|stealing|rationing & baby|babies|newborn|her|him|twins|little|i
punish|punishes|punished|punishment|punishments|discipline|disciplined|disciplines & @kid|foster & cold|shower|showers|dark|cupboard|belt|food|tea|hit|lock*|stand|outside|kneel|soap|rice|garage|hours|cane|slap*|strap|hot|no|naked|snow
cold|freezing|hot|scalding|ice .. shower|showers|bath|baths|water & punish*|child|lad|boy|girl|kid|foster|naughty|made|kids|children|son|daughter
stand|sit|sleep|kneel|sleeps|stands|kneels|stood .. outside|in|on .. snow|cold|rain|nightie|floor|dogs|dark|garden|shed|hallway|cupboard|corridor|rice|balcony & her|him|child|kid|kids|boy|girl|makes|made|friend|friends|brownies|son|daughter|she|he|me|lad|children
rubs|rub|rubbed .. nose|face in
nose in it|wee|mess|piss
belt|slipper|cane|stick|strap|spoon|hairbrush|shoe|wire|slippers & dad|mum|father|mother|hits|hit|gets|out|me|child|kids|boy|girl|son|uses|takes|hand|beats|stepdad|uncle|imam|teacher|whips|whipped|us
pushed|pushes|threw|throws|dropped|shook|shakes|shaken|shaking|shoved|kicked|dragged|drags|drag|grabbed|grabs|yanked|swung|held|holds|dangled|slapped|smacked|squeezed|punched|hit|hits & year old|yr .. old|baby|toddler|child|boy|girl|stairs|wall|son|daughter|newborn|kid|infant|boys|hob|month & by|down|arm|hair|hard|head|wall|across|hand|stairs|floor|leg|our|face|ear|crying|cry|stop|made|then|room|against
hand|hands|fingers|feet|foot & hob|iron|radiator|hotplate|oven|candle|cooker|fire|boiling & held|hold|holds|put|pushed|forced|burn*|son|boy|girl|child|daughter|partner
made|makes|make|told|tells|tell|coached|taught her|him|them|me|us .. say|lie|pretend .. tripped|fell|accident|fine|nothing|she|he|it
said|says|say|story|told .. tripped|fell|stairs|accident|door
story|explanation|explanations .. changed|changes|different|keeps|doesnt|didnt|up & child|kid|kiddy|arm|broken|bruise*|boy|girl|baby|leg|mum|burn
third|second|another|fourth|several|two .. broken|fracture|bruise|burn|injury & child|kid|boy|girl|year|baby|kiddy|toddler|months|her|his
shaken|shook|shaking|shake|smother*|suffocat*|drown|throw|hurt|harm|drop|hit|snap|kill & baby|newborn|infant|toddler|child|kids|children|him|her|them & stop|crying|cry|cries|might|scared|thought|thoughts|going|feel|want|pillow|cope|coping|wont|screaming|worried|afraid|mum|dad|sometimes|urge|picture
not coping|cope & baby|kids|children|child|toddler|newborn|son|daughter|yr|year|twins|little|them
kill|harm|hurt|gas|drive .. the? kids|children|boys|girls|baby|son|daughter|them ... with|too|car|never|me|himself|away|abroad|cliff
take|takes|taking|took .. kids|children|boys|girls|baby|son|daughter|them .. with myself|me|him|himself|her|herself
take|takes|taking|took .. kids|children|boys|girls|baby|son|daughter .. abroad|cliff|away|never & never|again|threat*|passport*|scared|says|said|see
snatch|snatched|abduct*|kidnap*|hidden & child|children|kids|son|daughter|baby|grandchildren|grandson|granddaughter|girl|boy|abroad
missing & child|son|daughter|girl|boy|lad|teenager|kid|grandson|granddaughter|foster|days|nights|overnight|again|police|gone & found|back|days|nights|police|again|older|care|where|weekend|year|home|keeps|phone|school|county
goes|gone|go|going|disappears|disappeared|vanishes|away|missing|comes .. for|days|missing|nights|off|back & two|phones|phone|cash|trainers|thirteen|fourteen|fifteen|twelve|margate|train|trains|county|drugs|stepson|son|lad|boy|daughter|money|older|gang|bag|running|wads|13|14|15
county lines
two|second|burner|new .. phones|phone|mobile & cash|money|son|lad|drugs|trainers|boy|gone|older|days|fourteen|thirteen|stepson|year|school|daughter
carry|carrying|carries|deliver|delivering|selling|sell|sells|running|hold|holding .. stuff|drugs|packages|weed|package|gear|coke|parcels & son|lad|boy|child|kid|kids|year|school|daughter|hurt|gang|older|mam|mum|pupil|told|13|14|15|nephew
gang|gangs|dealers|dealer|elders|olders|county & son|lad|boy|daughter|nephew|grandson|stepson
marry|married|engaged|wedding|betrothed & 13|14|15|16|17|fifteen|fourteen|sixteen|thirteen|classmate|school|girl|pupil|student|niece|begged|abroad|pakistan|forced|child
fgm|circumcised|circumcision|mutilat*|cutting & girl|girls|daughter|niece|sister|abroad|holiday|summer|aunties|grandmother|pupil|school|baby|cut|friend|ceremony
taken|take|taking|going|sent|flying|flown ... abroad|africa|pakistan|somalia|bangladesh|country & cut|fgm|ceremony|marry|married|girl|daughter|pupil|special|school|never|classmate|sister|scared|womans|woman
taken|sent|flown .. home|back & fgm|ceremony|marry|married|pupil|classmate|scared|forced
exorcis*|witch|witchcraft|devil|demon|demons|possessed|spirits|jinn|evil & child|kids|nephew|niece|boy|girl|son|daughter|beat|pastor|church|starv*|children|eight|he|she|grandson|baby|spies
never|not|isnt|stopped|hasnt|kept|nobody|havent|dont|wont|doesnt ... school|seen|see|let|allowed|out & child|children|kids|boy|girl|window|son|daughter|face|upstairs|curtains|neighbour|nailed|small
face|faces|child|boy|girl|kid & window|windows|upstairs|curtain & never|nailed|locked|months|school|same|small|alone|night|bars|crying|thin|waving
there is|are|s a? child|children|kid|kids|baby .. in & house|flat|there|hear|upstairs|cellar|never|hidden
@kid & looks|looking|look|caring|cares|minding|mind|cooks|feeds|care .. after|baby|brother|sister|siblings|younger|them|him|mum|own|babies & alone|own|day|night|nights|five|six|seven|eight|nine|ten|most|while|mum|old|needles|5|6|7|8|9|landing
year|yr|yrs|month|week old|olds & alone|wandering|wandered|road|hit|bruise*|locked|drunk|weed|balcony|window|dirty|nappy|bins|hungry|starving|touched|scared|kicked|punched|smacked|thrown|shaken|drugs|knife|screaming|burnt|burned|vape|suicid*|die|dead|hurt
toddler|baby|child|kid|girl|boy|kids|yr|children|infant & road|street|balcony|window|windowsill|canal|pond|roof|traffic|railway|pub|bookies|roaming|wandering|wandered|wanders|ledge & alone|out|got|own|main|hanging|open|night|nobody|barefoot|nappy|pyjamas|fell|fallen|asleep|no|climb*|dark|left|hours|nightie
hot|locked|boiling|parked|sealed car|van|vehicle & baby|child|kids|toddler|girl|boy|children|infant|seat|left|strapped
babysitter|nanny|childminder|nursery|au pair|stepdad|boyfriend|partner|lodger|uncle|grandad|coach|teacher|cousin & conviction|convicted|register|record|prison|offender|offences|charged|barred|released|predator|sex|hit|smack*|shake*|slap*|locks|touch*|force*|drunk|rough
convicted|registered|sex|child offender|offenders|paedophile & near|lives|living|moved|school|kids|children|babysit*|house|boyfriend|partner|street|next|park|coach|staying|door
conviction|register & kids|children|sex|child|babysitter|mine|daughter|son|stepdad|boyfriend|coach|partner
coach|teacher|tutor|vicar|priest|scout|leader|instructor|imam|scoutmaster|caretaker|ta & alone|sleepover|sleepovers|house|secret|touch*|messages|messaging|texting|texts|snapchat|gifts|photos|hug*|lap|special|extra|favourite|shower*|hotel|undress*|kiss*|hands & boy|boys|girl|girls|child|children|pupil|pupils|kid|kids|son|daughter|same|lad|lads|niece|nephew|year
man|bloke|men|fella|guy|stranger & park|playground|school|gates|pool|swings|paddling|fence|rec|bus|van & pictures|photos|photo|filming|filmed|watching|watches|camera|lens|girls|kids|children|sweets|vapes|follow*|talk*|touch*|exposed|flash*|approach*|every|offer*|boys|hangs|hanging|parks
van|car|taxi|taxis & girls|boys|kids|children|niece|daughter|girl|pupils|schoolgirl & vapes|picks|picked|sweets|got|stranger|man|older|gives|follows|bloke|1am|night|collect*|wave|drives|unit
staff|home|unit|carers|care|hostel & kids|children|girls|boys|girl|boy|young & restrain*|hit|locked|drugs|picked|taxis|cars|older|men|night|missing|ignore*|wave|slapped|dragged|naked|stripped|shout*|swear*|dark|cupboard|seclusion
nursery|school|creche|childminder|placement|kindergarten|holiday|preschool & hit|smack*|slap*|locked|dark|cupboard|store|tied|strapped|dragged|shout*|force*|alone|bruise*|bite|shook|left|bullied|rough|yank* & child|children|boy|girl|toddler|baby|son|daughter|kids|her|him|little
asylum|hotel|refugee|hostel|detention & men|adult|adults|sharing|share|crying|missing|touch*|alone|grown|room|scared|disappeared
bully|bullies|bullied|bullying|picked|ganging & son|daughter|child|kid|school|boy|girl|pupil|lad|grandson|granddaughter|me|him|her & die|dead|toilets|beaten|hit|kicked|punched|suicid*|cut*|hurt|scared|refuse*|kill|phone|video*|things|wont|sick|every|attacked|filmed
toilets & boys|big|older|made|making|make|things|forced|lads|girls & him|her|son|lad|daughter|them|me|do|pictures
wants|wanted|wanting|want|says|said|wishes|wish|talking|talks & dead|die|kill|hang|heaven
pregnant|miscarri*|abortion|baby & 12|13|14|15|twelve|thirteen|fourteen|fifteen|schoolgirl|pupil & boyfriend|dad|stepdad|older|he|uncle|man|secret|tell|scared|im|is|shes|who
sleeps|sleep|sleeping|slept|shares|sharing & @kid & floor|dogs|man|stepdad|uncle|car|van|sofa|him|bath|lodger|grown|brother|chair|cupboard|boyfriend|street|rough|older
knife|knives|blade|machete|weapon & son|lad|pupil|boy|year|school|child|daughter|grandson|nephew|stepson|kid|kids|brother|14|15|13|12
hits|beats|punches|kicks|slaps|locks|starves|hurts|strangles|throws|shakes|drags|smacks|burns|chokes|screams|belts|whips & @kid|him|her|them|us|me|kids
ex|partner|boyfriend|dad|father|mum|mother|stepdad|stepmum|stepmother & weekends|weekend|contact|custody|has|visits|access & @kid
safeguarding|welfare|concern|concerned|worried|worry|worries|fear|danger|unsafe|risk & child|children|kid|kids|boy|girl|baby|toddler|twins|niece|nephew|grandson|granddaughter|pupil|grandchildren|lad & home|mum|dad|parents|mother|father|house|drugs|hurt|man|neighbour|hit|neglect|door|safe|danger|harm|happening|hungry|living|abuse
something|summat .. going|wrong|happening|not|off|happened .. on|right|with & child|kid|lad|boy|girl|daughter|son|uncle|teacher|coach|stepdad|pupil|wets|children|granddaughter|grandson
doctors|hospital|school|medicine|insulin|inhaler|antibiotics|treatment & refuse|refuses|refusing|wont|spies|never|denied|deny|believe|prayer|poison & baby|child|newborn|son|daughter|kids|toddler|children|she|he & sick|ill|wheezing|fever|thin|asthma|diabetic|pain|dying|mum|mother|dad|parents
# families in few words
@kid & scared|afraid|frightened|terrified|petrified|flinch|flinches|flinched|bruise|bruises|bruised|starving|unsupervised|filthy|locked|belt|smack|smacks|smacked|smacking|slap|slaps|slapped|slapping|beat|beats|beaten|beating|punched|punches|kicked|kicks|hits|hitting|shakes|shook|shaken|strangled|choked|whipped|caned|abused|abuse|abuses|neglect|neglected|neglects|molested|groomed|raped|touched|touches|naked|nudes|paedo|paedophile|predator|begging|stealing|barefoot|starved|underfed|malnourished|unwashed|trafficked|circumcised|exorcism|overdose|selfharm|suicidal|runaway|predator|fondled|drugged|imprisoned|chained|caged|tortured
@kid & drunk|drugs|heroin|crack|cocaine|ketamine|weed|cannabis|spice|dealer|dealers|needles|vodka|alcoholic|knife|knives|machete|weapon|weapons|gang|gangs|gun|county|stabbed|vapes
@kid & alone|unattended & home|house|night|nights|hours|car|all|day|days|flat|street|bath|weekend|outside|park|road|pub|left|leaves|cries|baby|dark
@kid & secret|secrets|nightmares|wets|wetting|sore|private|privates|undress|undressed|bath|shower|showers|sleepover|sleepovers|lap|kiss|kissing|kisses|tickles|cuddles|photos|filming|filmed|filmed|videos & man|men|uncle|stepdad|coach|teacher|tutor|boyfriend|he|him|lodger|grandad|dad|cousin|neighbour|babysitter|older|priest|vicar|imam|leader|driver|partner|brother|caretaker|stranger
older|grown|adult|strange ... man|men|boyfriend|lad|lads|guy|bloke|woman|boy|boys|friend|friends & meet|meets|meeting|picks|car|cars|gifts|money|phone|night|out|taxi|online|messages|flat|house|hotel|room|buying|buys|gives|waits|hanging|with|seeing
@kid & cries|crying|cry|sobs|sobbing|screams|screaming|scream|shouting|shouts|wails & night|nights|every|hear|hours|always|nextdoor|wall|walls|neighbour|upstairs|downstairs|door|stop|home|school|mum|dad|him|her|please|weekend|contact|go|going
@kid & hungry|food|fed|feed|eat|eats|eaten|eating|dinner|lunch|breakfast|tea|meal|meals & no|not|never|nothing|doesnt|isnt|hasnt|bins|bin|steals|stealing|scraps|asks|begs|always|cant|without|days|skips|skip|nobody|cold|dog|floor|water|enough|locks|locked|punish*
@kid & cold|freezing|coat|shoes|heating|damp|mould|floor|mattress|bed|cockroaches|rats|dirty|smells|smelly|stinks|nappy|clothes|wet|cupboard|dark|shed|garage|cellar|attic|loft|balcony|snow|rain|garden|outside & no|same|without|sleeps|sleep|sleeping|made|makes|put|puts|punish*|locked|days|weeks|never|every|hours|night|shut|left|standing|stand|stands|lives|living|always|for crying
@kid & missing|disappeared|disappears|vanished|vanishes|gone & days|night|nights|police|home|school|weeks|weekend|days|care|again|back|phone|since
@kid & school & never|not|hasnt|stopped|doesnt|kept|wont & weeks|months|year|seen|home|mum|dad|bruise*|allowed|door|curtains|caring|scared|register
@kid & hurt|hurts|hurting|harm|harmed|harming|kill|killed|die|dead|dying|burn|burns|burnt|scald|scalded|broken|fracture|fractured|limp|limping|marks|mark|scar|scars|cigarette & mum|mum's|mums|dad|stepdad|partner|boyfriend|he|she|they|his|her|him|father|mother|nan|uncle|carer|foster|again|another|explain|story|said|says|wont|herself|himself|deliberately|voices|want|wants|might|could
@kid & unsafe|danger|risk|harm|safeguarding|concern|concerned|fear|frightens & home|mum|dad|mother|father|parents|house|man|stepdad|partner|boyfriend|neighbour|family|happening|him|her|hurt|drugs|drink|drinking|violence|violent|fights
@kid & mum|dad|mother|father|parents|stepdad|stepmum|partner|boyfriend|carer|foster & hit|hits|shouts|screams|drinks|drinking|drunk|drugs|asleep|passed|locks|locked|leaves|left|throws|threw|drags|dragged|swears|punishes|punish|violent|fights|fighting|knife|kicks|hurt|hurts|beats|police|abuse|abusive|smokes|using|dealer|jail|temper|grabs|grabbed|pushes|pushed
my .. mum|mam|dad|stepdad|stepmum|mums|dads|uncle|brother|foster|carer|nan & hits|hit|drinks|drunk|locks|starves|belt|punches|kicks|slaps|smacks|touches|touched|screams|throws|drugs|passed|asleep|knife|leaves|food|hungry|feed|hurts|hurt|boyfriend|bruises|strangled|angry|pills|needles|cries|fights|fight|scared & me|us|my|i|im|brother|sister
im|i|me & 8|9|10|11|12|13|14|15|16|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen & scared|hurt|hits|touch*|secret|alone|dad|mum|stepdad|boyfriend|pregnant|drunk|nudes|pictures|older|knife|gang|die|cut|hungry|runaway|foster|man|brother
boys|girls|boy|girl|pupil|pupils|child|children|kids|student & touch*|alone|messages|texts|messaging|texting|snapchat|secret|gifts|hugs|lap|photos|pictures|favourite|changing|shower*|hurt|hit|hits|shouts|drags|grabs|grabbed|dragged|sexual|drinks|stares|watches
man|bloke|guy|stranger|someone|men|van|car & girls|boys|kids|children|schoolgirls|pupils|toddlers|playground|school & watching|watches|filming|photos|pictures|photographing|following|follows|approach*|sweets|vapes|touch*|exposed|flash*|grabbed|grab|offer*|hanging|hangs|staring|stares|naked|talking|lift|lifts|camera|phone
gang|dealers|olders|county|elders & kids|children|boys|girls|child|pupils|teenagers|teens|youngsters|son|daughter|brother|nephew|grandson|school
forced|force|forcing|made|arranged|sold|promised .. marry|marriage|married|wed
marriage|marry|married|wedding & 13|14|15|16|17|fourteen|fifteen|sixteen|thirteen|school|girl|daughter|sister|friend|cousin|student|pupil|abroad|pakistan|forced|flight|passport|summer & scared|forced|want|doesnt|dont|tell|stop|abroad|begged|family|dad|mum|they|shes|her|against|holidays|term
online|discord|snapchat|instagram|tiktok|roblox|whatsapp|internet|xbox|telegram & nudes|naked|pictures|pics|photos|man|older|stranger|meet|money|blackmail*|threat*|sex*|secret & son|daughter|girl|boy|im|me|child|kids|13|14|15|12|11|10|9|year|grandson|granddaughter|niece|nephew|pupil|sister|brother
baby|newborn|infant|toddler & shake|shaking|shook|shaken|smother|drop|throw|hurt|hit|harm|pillow|drown|cope|coping|hate|cant .. stop|cry|crying|cope|love|him|her|anymore
baby|toddler|newborn|infant|child|kids|children & drunk|drugs|weed|smoke|smoking|asleep|passed|dog|dogs|needles|balcony|window|bath|road|car|pub|alone|bruise*|nappy|bottle|dirty|filthy & left|leaves|alone|while|same|out|days|hours|asleep|around|near|mum|dad|mother|house|by|full|falls|nobody
# told by age
hes|shes|is|aged|age|only|just|are|im|am|turned .. @under18 & scared|afraid|frightened|terrified|alone|locked|hungry|starving|hit|hits|beaten|bruise*|touch*|naked|nudes|drunk|drugs|weed|vape|vapes|knife|gang|cut|cuts|cutting|overdose|suicid*|die|dead|pregnant|boyfriend|older|men|man|secret|crying|cries|missing|marry|married|sold|forced|belt|carer|blackmail*|sext*|smack*|slap*|punch*|kick*|strangled|burn*|filthy|bins|cash|phones|running|carrying|screams|abuse*|rape*|groom*|tablets|pills|needles|streets|hurt*|punish*|cupboard|dark
year|yr|yrs|yo|month|week old|olds & scared|afraid|frightened|terrified|alone|locked|hungry|starving|hit|hits|beaten|bruise*|touch*|naked|nudes|drunk|drugs|weed|vape|vapes|knife|gang|cut|cutting|overdose|suicid*|die|dead|pregnant|boyfriend|older|men|secret|missing|marry|married|forced|belt|blackmail*|smack*|slap*|punch*|kick*|strangled|burn*|filthy|bins|shaken|shook|dropped|wandering|road|unattended|screams|abuse*|rape*|groom*|cage|cot|tied|cupboard|dark
# what children do, and what is done
@kid & fridge|cupboards|food padlock|padlocked|locked|lock|locks|hides|hiding|hoards|hoarding|steals
@kid & hoards|hoarding|gorges|stuffs|scavenges|begs|rummages|rummaging & food|bins|bread|crisps|sandwiches|lunch|pockets|meals|seconds
@kid & cot|pram|buggy|highchair|carseat|seat|playpen|crate & all|day|hours|strapped|tied|left|night|never|shut|cries|dirty|alone
@kid & seatbelt|seatbelts|carseat|boot & drunk|no|without|drives|drove|driving|sleeping|sleep|drug|high
@kid & uniform|clothes|shoes|glasses|teeth|inhaler|rash & same|rotten|untreated|refuses|wont|holes|stinking|bleeding|broken|dirty|small
@kid & hide|hides|hiding|hid
@kid & kneel|rice|soap|chilli|pepper|sauce|mouth|corner|plank|pushups|standing|naughty & made|makes|forced|put|puts|hours|punish*|washed|tongue|wall
bed|bedroom|room & gets|comes|came|goes|sleeps|into|in|climbs & uncle|stepdad|brother|man|boyfriend|lodger|grandad|cousin|partner|babysitter
comes|came|gets|got|climbs|climbed|goes in|into my|her|his|their room|bed|bedroom|bath|shower & night|nights|when|he|stepdad|uncle|brother|dad|scared|boyfriend|touch*|secret|lock|door
mums|mum|mam|mams|moms|ex .. boyfriend|partner|fella|bloke|man & me|she|her|him|daughter|son|kids|sister|brother|girl|boy|granddaughter|grandson|little
watch|watches|watched|see|sees|seen|saw|hear|hears|heard|witness|witnessed|listening .. dad|mum|him|he|parents|her & hit|hits|hitting|beat|beating|fight|fighting|strangle|punch|kick|hurt|hurting|drugs|throw|rape|screaming|knife|smash & kids|children|son|daughter|boy|girl|little|me|us|boys|girls|grandkids|baby
teacher|coach|tutor|instructor|leader|priest|imam|ta|manager|choirmaster|physio & message|messages|messaging|texts|texting|dms|snaps|gifts|alone|private|lifts|lift|hugs|hugging|photos|shower|showers|changing|massages|massage|kiss|kissed|hotel|hand|knee|leg|secret|pills|house & girls|boys|girl|boy|pupil|pupils|son|daughter|kids|children|child|me|year|lads|team|player|players|teenagers
girls|boys|girl|boy|lads|kids|daughter|sister|niece|teens|pupils|students & cars|car|taxi|taxis|takeaway|kebab|flat|hotel|van|shop|barber|barbers & men|man|older|picked|pick|vapes|drink|drinks|alcohol|night|free|gifts|drugs|party|parties|upstairs|grown|driver
new|expensive|designer|loads|wads|lots trainers|clothes|phone|phones|cash|money|jewellery|watch|bag & son|daughter|lad|lass|boy|girl|14|13|15|16|pupil|nephew|niece|grandson|granddaughter|sister|brother & where|from|wont|job|no|out|night|older|missing|knows|comes|goes|knife|boyfriend
trains|train|coach|margate|seaside|trap & son|lad|boy|nephew|pupil|grandson|daughter|girl & days|drugs|missing|phones|cash|gang|selling|county|tickets|older|gone|weekends
sold|sell|selling|swap|swapped|traded|pimp|pimped|prostitut* & girl|girls|daughter|sister|child|boy|boys|13|14|15|16|young|niece|men|herself|sex
sex|sexual|kissing|kissed|sleeping|dating|relationship & 12|13|14|15|pupil|schoolgirl|schoolboy|year|underage|child|minor & man|older|20|21|25|30|twenties|adult|teacher|boyfriend|he|with
drink|drinks|vodka|beer|spliff|joint|calpol|tablets|pills|medicine & baby|toddler|child|kids|boy|girl|son|daughter|babys|little & sleep|quiet|bottle|gives|give|giving|knock|drowsy|drug*|settle
smoke|smoking|dealing|deal|injecting|using|shooting|bongs|bong & baby|toddler|child|kids|children|boy|girl|front|babies & front|same|room|around|lap|while|near|car|crack|heroin|weed|drugs
home|house|flat|upstairs & kids|children|child|baby|toddler|boy|girl|little & filthy|squalor|faeces|rats|needles|no|electric|gas|food|alone|locked|screaming|dirty|mattress|bare|fighting|violence|drugs|dealers|strangers|men
witch|possessed|devil|demons|spirits|exorcism|jinn|cursed|evil & child|boy|girl|son|daughter|nephew|niece|kids|baby|he|she|hes|shes|grandson|granddaughter
diet|cleansing|bleach|fasting|fast|prayer|healing|natural|homeopathic & child|boy|girl|son|daughter|baby|kids|toddler & weight|thin|ill|sick|starv*|instead|refuse*|doctor|hospital|insulin|drink
weight|kilos|stone & lost|losing|quarter|third|half & boy|girl|child|pupil|toddler|baby|son|daughter|kid|nephew|niece
court|contact|social|worker|services|school|police & child|children|kids|boy|girl|daughter|son|grandson|granddaughter|niece|nephew & hurt*|hits|hit|bruise*|scared|abuse*|touch*|unsafe|ignored|nothing|drugs|drunk|log|begs|begged
mum|dad|mam|parents & feed|eat|cook|wash|steal|hide|alone & me|i|us|my|we
i look after|feed|wash|dress|cook my|mum|dad|brother|sister|them & alone|school|drunk|bed|nobody|no|miss|year|tired
# what neighbours, teachers and relatives notice
street|stairwell|landing|bench|bus|chippy & alone|night|dark|late|hours|barefoot|pyjamas|nappy|crying|midnight|begging|raining|freezing|hungry|nothing|wandering
limp|limping|bald|patch|patches|thin|thinner|skinny|pale|filthy|matted|nits|smell|smells|sore|scab|scabs|rotten|blackened & mum|dad|nobody|school|nursery|told|every|never|weeks|always|again|she|he|says|ignored
@kid & fell|stairs|door|cupboard|bath|accident|clumsy|tripped|slipped & again|every|always|another|story|says|said|believe|explain|different|bruise*|third|changes|changed|broken
@kid & never|not|no|isnt|doesnt & outside|out|plays|play|smile|smiles|speak|speaks|talk|talks|registered|doctor|gp|dentist|seen|friends & house|home|curtains|mum|dad|locked|months|years|flat|neighbour|room|window|anyone|allowed
@kid & makes|forced|forces|told|told|paid|bribed & do|watch|touch|drink|smoke|carry|steal|fight|beg|work|clean|sleep|lie|undress|kiss|dance|eat|deliver|sell & he|she|they|man|older|uncle|dad|mum|boys|lads|stepdad|coach|gang|toilets|floor|vomit|night
@kid & work|works|working|cleaning|shop|factory|farm|takeaway|nail|carwash & school|hours|night|nights|sixteen|never|paid|instead|all|13|14|12|11|10|9
@kid & house|flat|home|place & men|man|strangers|drugs|dealers|parties|party|needles|violence|fighting|fights|dogs|filth|filthy|drinking|drunk|raided|knives|prostitut*|abuser|offender
@kid & abroad|pakistan|bangladesh|somalia|india|nigeria|kenya|gambia|sudan|flight|tickets|passport|holiday|holidays & cut|ceremony|marry|married|wedding|never|scared|not|special|aunties|grandmother|woman|wont|back|doesnt|dont|begged
@kid & phone|ipad|tablet|laptop|game|games|computer & man|men|nudes|naked|porn|secret|messages|money|threat*|stranger|blackmail*|older|sexual|pictures|videos|delete|deletes|hides
@kid & hugs|affection|cuddles|clings|clingy|begs|asks|wants & stay|home|go|leave|dont|late|not|live|with|teacher|me|take & scared|dad|mum|stepdad|home|crying|bruise*|weekend|hit|contact|secret|please
@kid & violent|temper|rages|rage|angry|throws|smashes|kicks & dad|father|stepdad|boyfriend|partner|mum|mother|ex|husband|wife|he|she & front|scared|hide|hides|cries|crying|witness|sees|hears|watch|stairs|under|home
@kid & voices|messages|devil|god|poison|evil
dog|dogs & @kid & floor|bowl|kennel|eats|sleeps|cage|share|bed|bit|bites|food|mess|attacked|left
freezer|oven|hob|iron|radiator|boiling|kettle|lighter|cigarette|hotplate|candle & hand|hands|held|burn*|put|punish*|arm|feet|fingers|back|threat*|bottom
@kid & tablets|methadone|insulin|pills|medicine|sedative|melatonin|calpol|piriton|phenergan
social services|worker|workers & ignored|nothing|closed|nobody|refused|wont|never & hurt|hit|hits|child|kids|bruise*|scared|abuse*|drugs|drunk|him|her|children|boy|girl|baby|neglect*
# roundabout
@kid & slippers|pyjamas|nightie|uniform|socks|coat|shoes|clothes & no|every|always|never|without|same|comes|sent|in
@kid & tape|taped|gag|gagged|cage|caged|leash|lead|chain|chained|tether|tethered|cellar|padlock|handcuffed|bolt|bolted
@kid & restrain|restrained|restraint|pinned|dragged|seclusion|isolation|calm|held & room|floor|school|staff|teacher|bruise*|hours|face|arm|arms|door|crying|wrist|unit|down
@kid & head|hair|hand|tongue|mouth|nose & shaved|shaves|washed|soap|chilli|held|rubbed|rubs|punish*|under|hosed
@kid & hose|hosed|bleach|scrubbed|scrubs|wire|cable|iron|strap|paddle|stick|spoon|hairbrush|slipper|shoe
@kid & boyfriend|fiance|husband & older|20|21|22|25|30|40|twenties|secret|gifts|pregnant
@kid & wedding|bride|engaged|betrothed|dowry|husband|wife & 12|13|14|15|16|school|abroad|taken|forced|crying|summer|scared|against|doesnt
@kid & weed|vapes|cigarettes|vodka|alcohol|beer|drugs|pills
@kid & trust|trusted|pillar|special|favourite|gifts|lifts|sleepover|sleepovers|camp|tent|trips|hotel & alone|man|coach|leader|same|secret|house|night|his|vicar|teacher|priest|only
@kid & begging|beg|begs|selling|busking|stealing|thieving|shoplifting|pickpocket* & made|forced|sent|street|station|money|shops|night|man|woman|hungry|day|food
@kid & baby|brother|sister|siblings|mum|mother|dad|toddler|little & own|alone|every|night|drunk|bed|needles|seven|eight|six|nine|five|ten
@kid & pub|bookies|casino|offy|offlicence|bingo & outside|car|left|closing|waiting|hours|alone|cold|night|while|till
@kid & window|windows|balcony|ledge|roof|stairs|canal|river|road|railway|pond|tracks & hanging|dangl*|open|alone|climb*|nobody|held|playing|out|unsupervised|wander*|nappy|high|edge
@kid & flinch*|cower*|freezes|shakes|shaking|hides|trembl*|wet|wets
@kid & private|privates|sore|bleeding|itchy|discharge|infection|pants|knickers|underwear & says|said|told|blood|down|wont|touch*|man|dad|uncle|hurts|doctor|cries|stepdad
@kid & hate|hates|wish|wishes|worthless|stupid|useless|mistake|unwanted & tells|told|screams|shouts|born|calls|dead|aborted|daily|every|mum|dad|mother|father
@kid & sex|sexual|porn|naked|dirty
@kid & not|never|nobody|unknown & belong|hers|theirs|registered|related|where|real|paperwork|papers & house|live|living|new|sleeping|cleaning|works|work|neighbour|same
@kid & drunk|stoned|drinking|vodka|swerving|weed|pissed
stepdad|stepfather|mums boyfriend|partner|dad|uncle|grandad & shower|bath|bed|room|touch*|photos|lap|door|naked|underwear|watch*|kiss*|secret|comes & my|me|her|she|daughter|granddaughter|niece|sister|night|i
"""

RULES = f"{SEEN}\n{DANGER}\n{SIGNS}"

TOPICS = """
child abuse|neglect|cruelty|exploitation|protection|trafficking|marriage|safeguarding
paedophile|paedophiles|pedophile|paedo|grooming
safeguarding & child|children|kids
kids|children|child|baby|boys|girls at|in risk|danger
"""

SPELLED = "toddler toddlers grandson stepdad nephew boyfriend screaming terrified paedophile children daughter daughters frightened starving neglected bruises grandson granddaughter paedophile abused"
