"""What gives away that a child is hungry, left, used, hurt or kept, in few words; after lexicon_child_danger."""

SIGNS = """
# not wanting to go home
dont|scared|afraid|hate|hates|dread|dreads|refuses|doesnt|didnt|not want|wanna|to|going|wanted to? .. go|going|be|return home|dads|mums|uncles & 9|10|11|12|13|14|15|16|17|nine|eleven|twelve|thirteen|fourteen|fifteen|sixteen|school|nursery|child|pupil|kid|girl|boy
# what a child should not know, see or do
@kid & joint|joints|spliff|bong|bongs|grinder|rizla|rizlas|snort|snorting|inject|injecting|tourniquet
aged|age six|seven|eight|nine|ten|eleven|five|four|6|7|8|9|10|11|12 & roll|joint|spliff|vape|drunk|needle*|knife|alone|cooks|cooking|feeds
rude|dirty|sexy|sexual|disgusting|filthy thing|things|word|words|song|game & 3yr|4yr|5yr|6yr|7yr|8yr|9yr|yr|child|kid|daddys|daddy|uncle|little|toddler
no|any|a|nothing .. child|kid|year|yr|old|girl|boy|toddler .. should|shouldnt|ought .. know|see|say|seen|have|hear|do
daddys|mummys|mums|dads|mams|uncles|brothers|daddy|mummy friend|friends|mate|mates|boyfriend|boyfriends|lodger & does|touch*|night|scared|bed|sleeps|hurt*|game|stays|creepy
# out alone, late, barely dressed
bairn|bairns|weans|wean|kid|kids|kiddies|toddler|toddlers|littluns|boy|girl running|run|roaming|wandering|playing|hanging|loose|out & night|late|dark|midnight|barefoot|nappy|shoes & road|street|streets|estate|town|park|shoes|half|ten|eleven|about|alone|traffic
nae|no|without|wi shoes|socks|coat|jacket & bairn*|wean*|kid|kids|child|wee|boy|girl|lad|toddler & road|night|street|winter|snow|rain|school|frost|cold|out
# taken and not brought back
hasnt|didnt|wont|not|never|refuses|refusing|refused|isnt|wouldnt|doesnt|havent .. brought|bring|bringing|return|returned|give|gave|given|send|sent|handed .. him|her|them|kids|children|son|daughter|baby|boys|girls .. back|home & contact|weekend|ex|phone|his|dad|father|mum|police|court|holiday|abroad
took|taken|has|had|picked|collected .. son|daughter|kids|children|baby|boy|girl .. contact|weekend|holiday|friday|abroad & off|phone|not|never|where|hasnt|wont|answering|police|disappear*
!hasnt|havent|not|never|didnt|isnt|wasnt .. been|come|came|seen|returned .. home|back & 10|11|12|13|14|15|16|daughter|son|lad|girl|boy|lass|kid|sister|brother & night|nights|days|since|missing|older|police|phone
hasnt|havent|not been|come home|back & shes|hes|she|he|they & nights|days|since & mum|mam|dad|mother|11|12|13|14|15|police|worried|missing
shell|hell|theyll turn|come up|back & mum|mam|dad|parents|nights|days|missing|11|12|13|14|15
stays|staying|stayed|stopping|out|away .. all|till|until|for|at .. nights|night|morning|2am|3am|midnight|4am & 10|11|12|13|14|15|ten|eleven|twelve|thirteen|fourteen|fifteen|daughter|son|girl|lad|lass|sister|niece & older|men|man|boyfriend|drunk|police|missing|taxi*|phones|money|cash|where
# tied, shut away, kept
ties|tied|tie|straps|strapped|tying|strapping .. them|him|her|kids|children|baby|toddlers|babies|twins|boy|girl .. in|into|to|down|up .. high|chair|chairs|highchair|highchairs|cot|pushchair|buggy|pram|bed|radiator|table
childminder|nanny|nursery|babysitter|minder|creche & ties|tied|strapped|cupboard|locks|locked|shouts|screams|smacks|drunk|slaps|drags|bruise*|vodka|pinches|forces|force
puts|shuts|sticks|locks|leaves|shoves|chucks .. in|into .. cupboard|cupboards|shed|garage|cellar|store|dark|loft|attic|yard|porch & whingers|kids|them|children|criers|him|her|naughty|little|cry|crying|child|boy|girl|baby
bolt|lock|padlock|latch|key on the? outside
wee|little|small|young one|un|uns|ones & locked|shut|bolt|alone|hungry|crying|cry|screaming|bruise*|left|nappy|smack*|slap*|scared|touch*|drunk|filthy|barefoot|cellar
kept|keeps|keep|keeping .. inside|indoors|upstairs|hidden|away|off|in .. & boy|girl|child|kid|wean|bairn|toddler & never|nobody|curtains|school|window|seen|months
# drink, drugs, knives, errands
years|yr|yrs|yo old|olds & drinking|vodka|cider|drunk|vape|vapes|weed|ketamine|nitrous|balloons|knife|alone|hungry|pregnant|men|scared|missing|locked|crying|bruise*|touch*|nights|needles|cut|cutting|die
drinking|drunk|drinks|smoking|stoned|vaping & men|man|older|strangers|guys|blokes & 11|12|13|14|15|girl|girls|daughter|niece|kid|kids|child|sister|twelve|thirteen|fourteen|fifteen
dropping|drop|drops|delivering|deliver|carrying|carry|passing|ferrying|running|holding .. bags|bag|packages|package|parcels|parcel|gear|wraps|envelopes|drugs|weed|cash & lads|kids|boys|kid|lad|teenagers|youngsters|twelve|thirteen|fourteen|eleven|12|13|14|schoolkids|child & fellas|men|bloke|blokes|older|outside|corner|bikes|bike|dealers|man|guy|estate
lads|kids|boys|kid|teenagers & bikes|bike|scooters|ebikes|balaclava|balaclavas & packages|drugs|dealer*|dealing|wraps|cash|knife|knives|machete*
# care refused
cancelled|cancels|cancelling|stopped|refuses|refused|wont|against .. paediatrician|doctor|doctors|hospital|visitor|appointments|insulin|medicine|vaccines|treatment|camhs|chemo & mum|mam|mother|dad|father|parent|parents|she|he & juice|raw|cure|prayer|herbs|natural|oils|underweight|believe*|god|vegan|homeopath*|crystals|church
raw|juice|vegan|fruit|cleanse|detox|fasting & child|baby|toddler|son|daughter|boy|girl|he|him|kid|hes|shes & underweight|ribs|cure|starv*|refuse*|malnourish*|cancelled
underweight|malnourished|skeletal|emaciated & he|she|hes|shes|him|her|baby|child|kid|toddler|boy|girl & mum|mother|mam|dad|parents|food|feed|fed|juice|nothing
# left in care of those who cannot
left|leaves|leaving .. with|by|to .. brother|sister|eldest|oldest & baby|toddler|mum|dad|nights|night|pub|days|little|nine|eight|ten|seven|9|8|10
brother|sister|eldest|oldest .. looks|looking|minds|minding|charge|babysits|feeds|raising|bathes|dresses & mum|dad|parents & night|alone|out|pub|drunk|bed|school|always|every
picks|picked|collect|collects|collected .. drunk|stinking|slurring|swaying|pissed|stoned|wobbling|reeking|staggering|wasted & school|nursery|kids|child|son|daughter|him|her|them|kid
drove|drives|driving|drive|driven .. off|home|away|him|her|them|kids|us ... drunk|stoned|pissed|pints|vodka|cans & kids|children|kid|child|baby|son|daughter|them|us|school|seat
late|last|forgot|forgets|never|nobody|noone|not .. collected|collecting|picked|fetched|pickup|collect & mum|dad|mam|parents|nobody|every|drunk|dark & child|kid|boy|girl|school|nursery|club|us|me
cant|couldnt|wont|not|doesnt .. wake|waken|rouse .. mum|mam|dad|mummy|daddy|up? & i|my|me|kids|bottle|sofa|floor|baby|brother
mum|mam|mummy|dad|daddy .. wont|doesnt|cant|never .. wake|move|cook|feed|wash & me|i|we|us|brother|sister|baby|kids
go|goes|going|rummage|rummages|rooting|raking .. through|in|into .. bins|bin|rubbish & kids|kiddies|kiddie|children|child|boy|girl|lad|bairns|little|opposite
# those who take an interest
buys|buying|giving|gives|gave|bought & boots|lifts|kit|phone|trainers|presents|sweets|vapes|treats & coach|bloke|man|football|leader|instructor|driver|neighbour|teacher|tutor|scout & under|boy|girl|kid|kids|lad|lads|son|daughter|boys|girls|children
under 7|8|9|10|11|12|13|14|15|16|7s|8s|9s|10s|11s|12s|13s|14s|15s|16s & message|messages|boots|alone|hotel|photos|touch*|texts|shower*|gifts
lodger|uncle|stepdad|boyfriend|bloke|neighbour|grandad|brother .. walks|walk|wanders|sits|parades|about|comes & nowt|naked|nude|boxers|towel|pants & kids|children|girls|daughter|child|boys|front|stepdaughter|me
nowt|nothing on .. front & kids|children|girls|daughter|child|boys
sits|lies|climbs|gets on|in|into my|her|his bed & worker|uncle|night|stepdad|brother|boyfriend|lodger|man|carer
touches|touched|touching|strokes|rubs|squeezes .. my|her|his .. leg|legs|knee|bum|bottom|chest|thigh|thighs|privates & teacher|sir|coach|uncle|stepdad|grandad|cousin|driver|tutor|man|he
met|meet|meeting|talking|talks|talk|chatting|messaging .. online|discord|snapchat|roblox|instagram|tiktok & older|stranger|man|secret|bloke|grown|never|boyfriend & daughter|son|girl|boy|13|12|14|15|11|10|9|kid|child|niece|grandson|sister|granddaughter
webcam|camera|cam & strip|naked|top|undress*|clothes & girl|boy|daughter|son|im|me|kid|child|13|12|14|15
mum|mam|dad|mother|stepmum .. get|gets|got|leave|leaves out? of? bed & i|im|my|me & brother|sister|school|everything|washing|cook*|alone|11|12|10|9|13|tablets|cant
keep|keeps|kept me|him|her|us|them off school
do|does|doing everything|washing|cooking|cleaning|shopping for|as|because|cos .. him|her|them|mum|dad|brother|sister & im|i|she|he & 7|8|9|10|11|12|13|14|15|school|seven|eight|nine|ten|eleven|twelve
# seen at the door, at the table, on the way home
eats|eat|eating|feeding|food .. out|from .. bins|bin|compost|floor|rubbish|skips|skip|gutter|bowl|bag
mum|mam|dad|mother|father .. sleeps|asleep|sleeping|out|drunk|gone|stoned .. day|night|weekend|time & i|my|me|brother|brothers|sister|bottles|feed|school
stands|stood|sits|watches|waits|lurks|hangs .. doorway|door|outside|bathroom|window|shower|showers|undress|changed|changing|bed & she|he|stepdad|uncle|partner|boyfriend|dads|dad|friend|lodger|brother|man|us|me|her
watches|watch|watching|spies|spying|stares|staring|peeps .. us|me|her|girls|boys|kids|him|them .. changed|change|changing|undress|undressing|shower|showering|bath|sleep|naked
still|waiting|sat|stood|left .. gate|gates|office|reception|steps|playground|club|pickup & six|five|half|hours|dark|answered|answer|phone|nobody|noone|late|4|5|6
living|live|lives|sleeping|sleep|sleeps|stay .. in|out|of .. car|van|tent|shed|garage|caravan|storage|stairwell|stairs|launderette|bus|station & family|kids|children|mum|baby|pupil|they|child|us|twins|boy|girl|homeless
drives|drove|driving|drive|driven|takes|brings|picks .. us|me|them|kids|him|her|brother|sister|lad|son|daughter .. after|from|when|while .. pub|drinking|pints|drink|beers|smoking|club|wine|party|bar
puts|gets|feeds|baths|dresses|cooks|washes|walks .. herself|himself|themselves|theirselves & bed|up|tea|school|breakfast|home|7|6|5|8|9|ready|own
falling|falls|fell|nodding|dozing asleep|off & pupil|class|lesson|lessons|school|child|desk|carpet|nursery
out|gone|away|partying .. all night|nights|weekend & mum|mam|dad|parents & says|said|pupil|kid|child|alone|brother|sister|me|school|baby|boy|girl
puts|put|putting|gives|gave|giving|crush*|mixes .. stuff|something|tablets|powder|pills|medicine|drops .. in|into .. milk|drink|food|bottle|tea|juice|dinner|squash
touched|touches|touching|felt|feels|groped|grabbed|rubbed .. at|by|on|in|up|under|down .. swimming|gym|football|church|club|school|camp|helper|coach|teacher|bus|uncle|cousin|leader|lesson|mosque|tutor|changing
taken|took|sent|going|flown .. for|to cutting|cut|circumcised|circumcision|ceremony|marry|married
friend|friends|uncle|boyfriend|cousin|brother|lodger|man|coach|stepdad|neighbour showed|shows|made|makes|showing .. them|him|her|me|us .. films|film|videos|video|pictures|photos|porn|things|rude|dirty|naked|watch|phone|screen
rude|dirty|naked|adult|sexy|blue films|film|videos|video|pictures|movies|magazines|cartoons & kid|kids|child|children|son|daughter|boy|girl|daddys|uncle|showed|shown|us|me
# unseen, counted, squeezed, shown, shared
nobody|noone|no|never|not|havent .. seen|sees|see|met|heard .. baby|child|kids|children|youngest|toddler|daughter|son|twins
count .. her|his|its|their|the ribs|bones|spine
ribs|bones|spine & baby|child|kid|toddler|boy|girl|pupil|twins & see|count|thin|showing|stick|sticking|poking
vaping|vapes|smoking|smokes|joint|spliff|ash|drinking|asleep|phone & cot|pram|crib|buggy|playpen|highchair|bottle|babies & over|near|while|around|in|on
made|makes|make|forced|force|paid|pays|bet|bets .. fight|race|box|wrestle|strip|kiss|dance|beg & boys|kids|children|lads|girls|them|us|him|her & bet|watch|film|filmed|laugh|money|dads|men|adults|each
squeezes|squeezed|squeeze|grabs|grabbed|holds|held|gripped|choked|pressed .. neck|throat|windpipe & he|dad|dads|mum|stepdad|son|daughter|child|boy|girl|grandson|me|brother|granddaughter
older|big|bigger|grown boys|lads|men|kids|girls|ones|guys & made|make|makes|asked|forced|told|gave|bag|package|hold|carry|run|drop|money
hold|carry|keep|mind|stash|look after .. bag|package|parcel|phone|knife|gun|money|box|stuff|gear .. for .. them|him|someone|mates|older|lads|boys|men|gang
showed|shows|show|showing|flashed|exposed|got .. his|her|out private|privates|parts|willy|penis|bits|thing|dick|cock|fanny|bum
private parts|part|bits
check|checks|checking|inspect|inspects|wash|washes|washing|help|helps .. us|me|them|him|her|boys|girls|kids .. in|when|after|naked|undress .. shower|showers|changing|bath|toilet|naked|room & coach|teacher|uncle|stepdad|leader|he|trainer|physio
hanging|leaning|climbing|dangling|climbed|fell|falling|hung .. out|from|onto|off .. window|windows|balcony|ledge|roof|sill & toddler|toddlers|child|kids|kid|boy|girl|baby|children|little|floor
nobody|noone|no|never .. picks|collects|fetches|picked|collected|fetched .. him|her|them|me|us|up .. til|till|until|before|on|at
makes|make|made|making me|her|him|us|them watch|look|touch|undress|kiss|film|sit|sleep|cuddle & phone|things|films|video|videos|him|dad|uncle|lap|bed|brother|naked|it
spends|spend|spent|drinks|drank|gambles|gambled|smokes|smoked|blows|blew|sells|sold .. food|dinner|lunch|tea|school|milk|nappy|rent|uniform .. money|vouchers|voucher|card|allowance
money|vouchers|benefit|wages .. on .. wine|drink|vodka|drugs|weed|gambling|slots|fags|cans|heroin|crack|bingo & mum|mam|dad|mother|father|parents|kids|food|stepdad
drives|drove|driving|brings|takes .. us|me|kids|home .. after|from .. pub|drinking|club|drink|bar
no|without|run|ran|lost beds|meter|electric|heating|gas|leccy|cooker|fridge|carpet|hot & we|us|kids|mum|brother|sister|children|baby|out
"""
