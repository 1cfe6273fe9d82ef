"""What shows that a child is used: by those who take an interest, online, for money, for marriage, for a cause; after lexicon_child_home."""

USED = """
# those who take an interest
comes|come|came|gets|creeps|sneaks|climbs|got .. in|into|on .. room|bed|bedroom|tent|dorm|when|at|in & asleep|sleep|night|dark|lights|everyone|everyones & stepbrother|stepdad|uncle|brother|cousin|dad|grandad|lodger|boyfriend|stepfather|stepbrothers|stepdads
i|she|he|we|just pretend|pretended|pretending|pretends .. asleep|sleep|sleeping|dead & comes|came|touch*|door|when|stepbrother|stepdad|uncle
boyfriend|bf|fella|lover|fiance .. 18|19|20|21|22|23|24|25|26|27|28|29|30|31|32|33|34|35|38|40|45|twenty|thirty|forty & year|yr|yrs|im|shes|is|aged|school 7|8|9|10|11|12|13|14|15|uniform|eight|nine|ten|eleven
picks|picked|collects|collected|meets|waits|fetches|fetched .. school|college|gates|unit & boyfriend|bf|older|men|different|guy|bloke|strange|27|25|30|various
collected|picked|fetched|dropped .. by|with .. different|strange|random|older|various|unknown men|man|cars|blokes|guys|lads
pays|buys|bought|gave|gives|given|got|paid .. me|her|him|us|them|for|a .. nails|necklace|jewellery|underwear|vapes|vape|ring|perfume|bracelet|fags|cigarettes|booze|alcohol|vodka|cider|weed & mr|sir|teacher|coach|leader|driver|drivers|tutor|older|bf|men|instructor|man|he|hes & year|yr|im|my|her|me|school|lasses|girls|girl|boys|tens
not like the? other|others|rest & says|said|tells|told & mr|sir|teacher|coach|hes|he|leader|tutor|uncle & year|yr|girls|boys|me|tens|nines|kids
mature|old|grown for my|her|his age|years & he|mr|coach|sir|man|teacher|says|tells & i|me|im|my|secret|meet|message*|alone
favourites|favorites|favourite|chosen|special .. ones|and|boys|girls|takes|them|has|kids & flat|house|car|pizza|trips|alone|gifts|home & leader|coach|teacher|vicar|sir|tutor|instructor|volunteer
takes|took|invites|invited|lets|brings|has .. them|kids|boys|girls|lads|lasses|young|us|pupils|youngsters .. his flat|house|place|car|caravan|van|gaff|shed|boat
young|little|teenage|underage|school|wee lasses|girls|lads|boys|kids|lassies|ones|uns & in|round|there|hours|house|flat|his & booze|fags|drink|cans|vapes|weed|hours|coming & he|him|man|his|bloke|neighbour|door
give|gives|giving|gave|hands|handing|sells|selling|buys|buying|supplies|supplying|get|gets .. em|them|kids|lads|girls|lasses|young|boys|children|us|teenagers|all .. fags|booze|vapes|vape|cans|can|cider|vodka|weed|cigarettes|alcohol|beer & he|man|him|bloke|flat|house|lets|sit|neighbour|year|old|about|shop|men|give|12|13|14|15
free|lifts|chips|vapes|drinks|gifts|weed|fags|taxi|taxis & then|after|return|back|later want|wants|expect|expects|ask|asks|owe|say .. things|something|stuff|us|favours|pay|favour
know|knows .. kids|girls|children|lads|ones|lasses .. by name|names|in|who|where & taxi|drivers|driver|takeaway|dealers|men|cars|barber
gets|got|get|getting|climbs|jumps|goes .. in|into|in .. audi|bmw|mercedes|merc|cars|van|taxi|taxis|car & girl|girls|lad|lass|boy|child|kids|she & home|unit|care|school|gates|childrens & men|man|older|different|log|missing|monday|staff|nobody|every
shes|hes|theyve|girl|lad|boy|kid been? gone|missing|away since|for & unit|home|carers|turns|police|staff|foster|school|nobody|looking
always|usually turns|comes|shows|wanders up|back & unit|gone|missing|staff|police|carers|since
mates|friends|mate|friend|pals .. weird|funny|creepy|strange|off|touchy|handsy|pervy|odd with|to|around|near me|her|us|him & dad|dads|stepdad|mum|mums|drink*|laughs|brothers|they
draws|drew|drawing|paints|painted|draw .. man|men|monster|him|daddy|uncle|willy & scribbl*|bottom|bed|naked|night|scared|blood|over & she|he|child|pupil|they|daughter|son|girl|boy
what .. prefects|older|big|sixth|staff|men|matron .. do|did|does|doing to|with|at .. first|young*|us|kids|boys|girls|little|new|ones
what|still .. after lights|dark|bedtime out? & house|home|boys|girls|kids|prefects|care|matron|ones|dorm
something|stuff|things|what .. happened|happens|went|goes|done|did on? .. scout|scouts|choir|vestry|changing|camp|tent|dorm|sacristy & hut|room|rooms|leader|us|boys|nobody|told|tell|i|there
on|is the? register & father|dad|stepdad|uncle|boyfriend|grandad|coach|partner & school|kids|children|contact|babysit*|lives|collect*|run|access|sees
# online
met|meets|meet|talks|talking|chats|friend|friends|boyfriend|playing|messages|messaging .. on|online|from|called .. roblox|discord|snap|snapchat|insta|instagram|tiktok|fortnite|minecraft|xbox|online|app|server|game|playstation|vr & address|meet|deep|pics|pictures|where|live|alone|secret|uniform|older|selfie|location & she|he|her|him|son|daughter|i|me|girl|boy
says|said|claims|reckons|pretends|told .. hes|shes|he|she .. 10|11|12|13|14|15|16|teen|thirteen|fourteen|twelve & deep|older|looks|beard|video|camera|meet|adult|grown|actually|really|man
he|hes|man|guy|stranger|bloke wants|want|asked|asking|asks|wanted|keeps .. address|location|uniform|pics|pictures|selfie|selfies|video|school & online|met|roblox|snap|discord|game|insta|chat|13|minecraft|fortnite
fake|made|edited|ai|deepfake|photoshopped|generated .. pic|pics|picture|photo|photos|video|nude|nudes of|with me|her|him|girls|us|my|pupils|teacher & app|ai|naked|real|school|13|sent|shared|group|looks|everyone|online
put|posted|sent|shared|showed|screenshot*|passed .. pic|pics|picture|photo|video|vid of|with me|her|him|my .. changing|naked|shower|toilet|undress*|topless|no|round|bra|top
# for money, as a runner, as a worker
train|coach ticket|tickets & blazer|pocket|pockets|rucksack|locker|bedroom|wad|hundred|hundreds|phones|cash & he|she|son|daughter|lad|boy|hes|his|her
hundred|hundreds|thousand|grand|wad|wads|roll|300|400|500|800 .. quid|pounds|cash|notes|tenners|twenties & blazer|pocket|bedroom|school|mattress|rucksack|sock & 11|12|13|14|15|16|son|lad|boy|he|hes|pupil|nephew|grandson
owe|owes|owed|debt|debts|owing & feds|gear|weed|trap|elders|olders|dealer*|plug|sister|sisters|package|packages|stash
theyll|hell|they|would|said do|hurt|kill|jump|stab|cut|burn|shoot|come my|his|her|our|for mum|mam|sister|sisters|brother|nan|family|mums|little|dad & if|lose|package|owe|grass|tell|dont|unless|stop
i|he|son|lad|she|got|have|me .. look after|mind|hold|keep|hide|stash|deliver|carry .. package|packages|bundle|sock|shoebox|gun|parcel|rucksack & dont|theyll|open|ask|lose|mate|older|lads|owe|do|or
before he|she|they answers|speaks|answer|speak|talks|replies|says & looks|look|checks|glances|waits|turns & boss|man|uncle|aunt|gaffer|minder|driver|husband|him|mum|dad|manager
doesnt|didnt|dont|couldnt|not .. know|knew|remember|spell .. birthday|surname & aunt|auntie|aunty|uncle|cousin|guardian|sponsor|carer|dad
car wash|nail bar|salon & kid|kids|boy|girl|girls|lad|child|teenager|young|lads & barefoot|flip|flops|cold|english|boss|sleep|sleeps|papers|passport|paid|winter|january|scared
carwash|cannabis farm|house|factory & kid|kids|boy|girl|lad|child|teenager|young & barefoot|english|boss|sleep|sleeps|papers|passport|locked|upstairs|scared
arrived|came|travelling|turned .. with|by .. aunt|auntie|uncle|cousin|man|guardian & birthday|surname|papers|passport|coached|rehearsed|same|different|name|related
# taken abroad, cut, married
become|becoming|made a|into? woman|bride|wife|clean|pure & aunt*|special|ceremony|easter|summer|abroad|scared|frightened|afraid|grandma|gran|holidays
special|secret|big day|party|ceremony|holiday|trip & i|im|me|my|she|cousin & frightened|woman|cut|abroad|sit|walk|pee|legs|aunt*|aunties
not|wont|never|isnt|doesnt .. come|coming|be|return .. back & pakistan|bangladesh|somalia|sudan|gambia|nigeria|kenya|egypt|india|yemen|afghanistan|iraq|abroad|mali|guinea|ethiopia|kurdistan|turkey & she|he|pupil|student|girl|i|im|friend|sister|taken
came|come|back|returned|home .. not|unable|couldnt|cant|different|quiet|wont|doesnt .. sit|walk|pee|talk|speak|smile & abroad|party|holiday|cousin|sister|summer
measured|fitted|henna|dress|gold|ring|visa & husband|wedding|marry|marriage|engaged|cousin & 13|14|15|16|17|school|gcses|year|forced|sister|told|refuse|say|choice|she|i
# for a cause
packed|packing .. bag|bags|passport|rucksack & join*|fight|war|cause|brothers|syria|ukraine|jihad|martyr*
prove|proved|show .. loyalty|faith|allegiance|commitment & online|bloke|group|shaved|discord|server|telegram|gang|brothers|leader|initiation
shaved|shaves .. head|hair & asian|muslim|jewish|black|flags|white|forum|group|online|loyalty|nazi
wont|stopped|refuses|doesnt|not .. speak|talk|sit|play|shake .. to|with|next .. asian|black|muslim|jewish|girls|women|foreign|polish|pakistani|white & mates|friends|teacher|pupils|neighbours|classmates|son|brother|he|anymore|videos
incel|incels|kuffar|jihad|jihadi|caliphate|manifesto|telegram|martyr|martyrdom & son|brother|pupil|student|lad|boy|nephew|cousin|videos|cousins|grandson & obsess*|videos|online|says|deserve*|talk*|watch*|women|kill|hate*|join*
# in a few more ways
sweets|vapes|chips|money|lifts|lift|ride|free|treats if|when i|she|he|they|you|we .. come|sit|go|get|let|kiss|show|stay|talk|talks|sits|comes
likes|loves|wants|always|insists|keeps .. brush|brushing|bathe|bathing|dress|dressing|tickle|tickling|wrestle|massage|massaging|plait|stroke|stroking|smell & lodger|uncle|stepdad|boyfriend|neighbour|landlord|coach|cousin|friend|driver|grandad & daughter|daughters|girl|girls|son|sons|boy|boys|kids|her|hair|child|granddaughter|niece|me
normal|ok|okay|allowed|usual|right for|that|if .. dads|fathers|uncles|brothers|stepdads|adults|parents|mums|teachers|coaches|dad|daddy|grownups & sleep*|bed|touch*|hit*|bath|kiss*|watch*|lock*|shower*
sleep|sleeps|sleeping|share|shares|get .. daughters|sons|stepdaughters|mums|dads|uncles bed|beds|room & boyfriend|stepdad|uncle|fathers|dads|cousin|lodger|man|have|made|makes
weigh|weighs|weighing|bagging|wrapping|cutting .. gear|drugs|powder|grams|stuff & kitchen|table|flat|house|home|brother|people|kids|bedroom
gram|grams|ounce|spliff|teenth & six|seven|eight|nine|ten|eleven|year|child|kid|pupil|brother
bag|package|parcel|phone|rucksack & train|bus|coach|trains & quid|50|100|200|money|paid|cash|pay & boys|lads|men|told|asked|older|park|they
camera|cameras|webcam|gopro .. bathroom|shower|bedroom|toilet|changing|mirror|teddy & dad|stepdad|uncle|hidden|found|my|our|her|daughter|landlord|brother|secret
weigh|weighs|measure|measures|photographs|line|lined|pose|dance|pictures|wrestle .. pants|knickers|underwear|bra|boxers|leotards|bikini & coach|teacher|us|girls|boys|trainer|kids|leader
dropped|drop|brought|back|returned|come|came .. at|after|around 1am|2am|3am|4am|5am|midnight|dawn & girls|girl|unit|kids|daughter|pupil|lads|home|children & drink|smelling|men|older|stoned|car|cars|different|crying|money
have|has|must|told|made|makes|make|supposed .. nice|good|kiss|cuddle|dance|sit|friendly|sleep .. to|with|for|on .. friend|friends|mate|mates|boss
lets|let|letting|makes|sends .. his|her|other friends|mates|men|blokes|brothers|cousins & too|have|go|turn|with|me|come|room & boyfriend|bf|says|he|she|girl|daughter|hes
tells|told|says|said|asks|asked .. dont|not|never tell|mention|say|show .. mum|mam|dad|parents|anyone|nan|school & teacher|coach|tutor|uncle|driver|leader|lifts|friend|he|him|man|cousin
going|flying|sent|taken .. abroad|pakistan|bangladesh|somalia|india|nigeria|turkey|back .. meet|marry|see .. husband|fiance|man|cousin
stings|stung|burns|sore|hurts|itches|bleeds|bleeding & nightdress|knickers|pants|nightie|wee|down|minnie|fanny|bottom|bum|privates|between & granddaughter|daughter|niece|girl|child|she|son|grandson|asked|says|little|since
take|took|takes|get|gets|taking .. top|clothes|pants|shirt|bra|knickers|trousers off & mates|camera|computer|phone|online|watch|film|friends|webcam|cousin|brother|uncle|coach & told|tells|made|make|asks|asked|makes|wants|cousin|little|kid|girl
sent|flown|taken|going|goes home|abroad|back|away .. to .. get|be|for? cut|married|done|circumcised|sorted|cleansed
# in few words
mums|mams|mummys new? boyfriend|fella|bloke|man
daddys|mummys|stepdads|uncles|dads|mams friend|friends|mate|mates
bit|too|very|getting|overly handsy|touchy|pervy
i|she|he|we|just pretend|pretended|pretending|pretends .. asleep|sleep|sleeping
theyll|hell do|hurt|kill|jump|stab|cut|shoot my|his|her|our mum|sister|brother|nan|family|dad
owe|owes him|them|men|he .. for .. lifts|rides|vapes|weed|trainers|phone|drink|food
give|gives|giving|gave|sells|selling|buys|supplies|supplying .. kids|lads|girls|lasses|boys|children|teenagers .. fags|booze|vapes|vape|cider|vodka|weed|cigarettes|alcohol|beer
"""
