"""What people write who are controlled, used, frightened or exploited at home, at work or by a lodger; part of lexicon_abuse."""

CONTROL = """
# drink, temper, blame
when|whenever|after|once|if|cos|because he|hes|shes|she|husband|hubby|partner|boyfriend|dad|wife|ex|fella|him .. had|has|been|on|gets|comes the|a|in|home|back|from|few|too? drink|drinks|drinking|drunk|beer|beers|cans|pub|bottle|booze|pints|lager|vodka|whisky|wine|losing|lost & i|me|my|what|does|changes|only|scared|fault|hide|different|us|kids|her
he|hes|she|shes|husband|hubby|boyfriend|partner|wife|ex only|just|never .. does|did|do|hits|hit|shouts|gets|loses it|me|like|that|angry|violent|nasty when|if|because|after|once
mostly|all|probably|prob|usually|always|partly|maybe|its my|her own? fault & he|him|hit|drink|husband|temper|does|boyfriend|partner|shouts|angry|makes
my|her|own fault & hits|hit|temper|winds|provoke*|slap*|punch*|bruise*|angry|drink|drinking|hurts|rape*
normal|right|ok|okay|deserve|deserved|deserves|usual & man|husband|boyfriend|partner|he|him & smash*|hit|hits|check*|push*|lock*|phone|grab*|slap*|hand|hands|permission|follow*
!never|hasnt|hadnt|not|doesnt|isnt|aint hit|hits|touched|hurt|violent|laid|raised & but|month|months|weeks|lately|yet|looking|except|week|since & he|hes|husband|partner|boyfriend|wife|ex|she
walked|walk|walks|bumped into .. door|doors|cupboard & say|said|tell|told|name|again|people|everyone|work|lie|lied|excuse|i|she
clumsy|accident|fell|door|cupboard & say|tell|told|everyone|cover|lie|excuse|keep & i|husband|he|partner|again|black|bruise*|eye|work & bruise*|eye|husband|partner|boyfriend|he|him|lip|arm
shut|swollen|swelled|closed|purple|plum|puffy|busted|split|stitches & husband|partner|boyfriend|back|dad|wife|church|again|gave|door|fella|he
he|she|him|hes|husband|partner|ex|boyfriend & smashed|smash|smashes|broke|broken|breaks|snapped|cut|cuts|ripped|burnt|burned|hid|hides|binned|threw|throws|locked|took|takes|poured up? .. my|the|her phone|phones|uniform|clothes|shoes|laptop|makeup|books|coursework|id|keys|glasses|passport|photos|things|tablets|medication
cut|cuts|ripped|burnt|burned|hid|hides|hidden|smashed|broke|took|takes|threw|binned|poured|deleted up? my|her uniform|clothes|shoes|phone|laptop|makeup|books|coursework|id|keys|hearing|glasses|cv|car|alarm & so|cant|couldnt|stop|go|interview|out|he|she
pay|paid|payed|pays|suffer|suffered|regret|cop for it|that & late|talk|talked|told|tell|answer|post|opens|knows|home|speak|i|me & he|hes|him|husband|partner|boyfriend|dad|wife|she|home|late|finds
trouble|hell|row|murder|bother|kick|kicks|shouting|screaming|silence when|if i|im|we .. get|got|go|gets|come|home|back|late & he|him|home|in|get|late|husband|partner|boyfriend|dad
mins|minutes|seconds|straight|time|late & hell|punish*|row|kicks|interrogat*|accuse*|angry|mad|pay & reply|answer|home|back|late|text|phone|shop|walk
# watched and followed
checks|check|checking|counts|reads|monitors|writes|tracks ... miles|mileage|clock|petrol|receipts|steps|bins|bin|knickers|underwear|sheets|calls|history|location|passwords & my|me|he|she|i|on
passwords|password|location|logins|pin|fingerprint|snapchat|banking & all|share|shares|demands|makes|has|got|knows|changed|tracks|24 & boyfriend|husband|partner|girlfriend|wife|ex|hes|he & my|me|i
sneak|sneaking|sneaked|snuck|secretly|pretend|pretended|lied|lie & out|phone|library|computer|here|wifi|shop|come|came|survey|appointment|meet|money & he|him|hes|husband|partner|boyfriend|wife|family
filling|fill|filled|writing|write|doing|typing|answering|sending|using & library|friend|friends|neighbour|toilet|secret|quick|before|while & home|allowed|knows|know|sees|finds|back|key|phone|comes & he|hes|him|husband|partner|allowed|she|own
friend|neighbour|sister|someone|library|mate is|are|helping writing|typing|doing|filling this|it|for & me|allowed|phone|no|home|cant
before|while|til|till|until|when|soon he|hes|hell|she|shell|him|husband|partner gets|comes|is|be|back|out|home|asleep|wakes|in & quick|short|stop|delete|hurry|go|write|writing|type|this|bath|shower|message|phone
hell|shell|hes|shes|he|she be|is|will|in|back|home .. bath|shower|out|back|home|asleep|upstairs & short|quick|stop|go|delete|hurry|cant|cannot
im|i|shes|she not|never|isnt|am meant|supposed|allowed .. talk|speak|internet|phone|online|friends|family|out|leave|see|work|drive|money|visitors|answer
!not|never|isnt|aint|wasnt allowed|permitted .. internet|phone|online|friends|car|job|bank|card|out|visitors|computer|facebook|money & home|own|me|i|he|husband|partner|she|dad|family
only|one place|time|thing|hour|chance|peace|somewhere & he|him|hes|husband|partner|boyfriend|ex & follow|follows|doesnt|cant|wont|without|away|lets|find|know|safe|escape
not|doesnt|cant|wont|without|never follow|following|find|watch|watching|reach|touch|hear me|us here|there|in
get|getting|got|escape|need|run|be|stay away|out from|of? him|husband|partner|wife|boyfriend|fella|dad|stepdad|marriage|relationship & need|help|kids|how|where|safe|to|want|scared|trying|cant|never
partner|husband|boyfriend|wife & need|want|trying|help .. get|be|stay .. away|free|safe|out
opens|reads|checks|answers|goes|takes|listens through|to|all|my|everything|every|any? .. everything|post|mail|letters|texts|emails|phone|calls|messages|bag & he|husband|partner|boyfriend|wife|hes|dont|address
dont|not|please|pls|never send|put|use|tell|mention|write|ring|say|post|text|leave|knock .. name|post|letter|letters|anyone|him|her|house|home|voicemail|message|number|details|them & finds|find|opens|hell|shell|trouble|paid|hears|sees|knows|phone|reads|scared|out
if|when he|she|they|husband|partner|dad|carer|son|daughter finds|found|find|sees|knew|knows|hears|thinks|catches & told|tell|this|phone|here|survey|money|wrote|out|talk|talking|spoke|hell|shell|kill|stop|theyll
turned|turning|turns|poisoned|set|setting me|her|him|us|everyone|kids|family against & partner|husband|he|him|wife|boyfriend|she|group|my|friends
cant|couldnt|not|never|stopped .. come|see|go|coming|seeing|going|visit ... group|friends|mum|mam|family|sister|club|church|work|college|library|mates & he|husband|partner|boyfriend|hes|wife|him
my|his|her partner|husband|boyfriend|wife|fella|ex says|said|reckons|thinks|decides|tells|told .. not|cant|allowed|stay|stop|whore|stupid|fat|mad|crazy|mental|worthless|thick|useless|slag|group|no one|nobody|cheating|who|what|quit
calls|calling|called|says im|im? me|her|us .. stupid|fat|ugly|thick|useless|worthless|slag|whore|slut|mental|mad|crazy|names|bitch|retard|cow|pathetic & he|husband|partner|boyfriend|she|wife|son|daily|every|dad|mum|carer|staff|boss
no one|nobody|noone would|will|ll|d|else .. want|have|love|believe|look|listen|take me|her|him & he|says|said|tells|told|carer|husband|partner|boyfriend|dad|stepdad
if i|we ... tell|told|say|said|speak|spoke|complain|complained|report|grass|leave|left|go .. anyone|anybody|someone|you|them|police|him|her|about|out|what|up|nurse|social
took|taken|takes|take|took|has|have|keeps|kept|controls|control my .. phone|wages|money|friends|key|keys|card|pay|bank|benefits|passport|car|job|confidence & he|hes|husband|partner|boyfriend|she|wife|ex|son|daughter|family
no|not|without|never .. money|key|keys|phone|bank|card|account|bed|coat|passport|door|friends .. of my|own|their|her|his & i|me|she|he|my
shut|locked|put|thrown|left|kept|chucked|turfed|threw|made .. out|outside|stand .. in|on|the|of .. garden|yard|balcony|cold|rain|night|snow|nightdress|nightie|pyjamas|porch|step|street|house & he|husband|dad|she|me|partner|him|cool|punish*|barefoot|answering|us
answering|answered|answer|talking|talked back & he|him|hit|shut|locked|punish*|slap*|dad|husband|garden|hand|belt
sleep|sleeps|slept|sleeping & punish*|makes|made|he|husband|scared|lock*|partner|allowed|kicked
wont|doesnt|never|refuses|not|dont let|allow|give|lets|gives me|her|us|him .. sleep|eat|work|money|heating|shower|wash|out|phone|tablets|leave|go|car|key|drive|learn|study|see|cook|doctor & he|husband|partner|boyfriend|wife|his|mother|family|son|hes|inlaws|mil
mother|sister|brother|family .. in law|inlaw|inlaws|laws? & slave|cook|clean|hit|hits|slap*|lock*|passport|dowry|beat*|servant|starv*
scared|frightened|afraid|terrified|petrified|dread|dreading|dreads of|to|the|go|for|when? .. home|weekend|weekends|key|door|footsteps|night|husband|him|back|return|house & he|him|his|husband|partner|mum|dad|i|her
dread|dreading|hate|stomach|heart|freeze|jump|shake|flinch & key|door|footsteps|car|van|phone|home|pulls|voice & he|his|him|husband|partner|dad|stepdad
keys|key|car|van|footsteps|boots in|on|pull|hear the? .. door|drive|lock|stairs & i|we|hide|stomach|sick|freeze|scared|jump|heart
marriage|relationship|partner|husband & toxic|trapped|prisoner|prison|control|controlling|escape|scared|unsafe|hell|hurt|hurts|bruises|threatens|frightened|abuse
trapped|prisoner|stuck|cant leave|no escape & marriage|husband|partner|him|relationship|home|house|wife|boyfriend & i|me|im|scared|he|money|kids|visa|feel
visa|spouse|immigration|papers|status & husband|wife|partner|boss|he|family|employer|sponsor|agency|owner & threat*|send|sent|keeps|says|holds|cancel|leave|report|police|scared|deport*|hits|slave|pay|owe
sponsor|employer|boss|agency|gangmaster|farm|manager|restaurant|owner & passport|visa|wages|debt|owe|sleep|caravan|floor|food & cant|not|no|takes|keeps|kept|deduct*|threat*|owe|leave|lock*|take|took|holds
work|works|working & no|not|without|never|unpaid & wages|pay|paid|money|break|day off|days off & floor|locked|passport|sleep|owe|debt|boss|beat*|scared|house|twelve|sixteen|12|14|16|18|seven days
# money
hand|hands|handed|handing|give|gives|giving|gave|goes|go|going|pay|pays|paid|sign|signs|transfer*|put .. over|straight|to|into|his|her|my|their .. giro|pension|benefits|benefit|allowance|pip|wages|uc|dla|esa|card|payments|savings|disability|money|account & or else|gambling|behave|empty|cousin|stepdad|nephew|niece|neighbour|fella|lodger|grandson|granddaughter|boyfriend|dealer|someone|uncle|cuz|stepmum|brother|sister|made|scared|drugs|son|daughter
giro|pension|benefits|benefit|allowance|pip|wages|uc|dla|esa|disability|savings|carers & goes|straight|takes|account|spends|hand|hands|fortnight|behave|made|gambling|his|drink
has|have|got|holds|keeps|kept|using|uses|took|takes|had|borrows|knows my|her|his|their|mums|dads|nans|grans|the|old .. cashpoint|bank|cash|debit|credit|cashline|pin|pass|pension|post|saving|savings card|cards|book|number|account|money & neighbour|nephew|niece|son|daughter|carer|lodger|grandson|granddaughter|cousin|friend|friends|lad|lads|cleaner|brother|sister|husband|partner|boyfriend|he|wife|ex|warden
!never|no|without|wont|not|any .. receipt|receipts|change|statements|statement|payslip|payslips & carer|shopping|neighbour|cleaner|takes|card|nephew|niece|worker|son|daughter|boss|pension
takes|took|take|taking|slips|helps|skims|pockets|charges .. tenner|fiver|twenty|quid|pounds|notes|change & carer|carers|neighbour|cleaner|worker|mum|nan|dad|shopping|each|every|purse|time|warden|grandson
not|isnt|wont|aint|never|stopped .. getting|get|have|see|given|give|let|allowed .. my|his|her .. money|benefits|pension|pip|allowance|wages|card & behave|mum|dad|husband|wife|son|boyfriend|partner|stepdad|daughter|brother|sister|carer|unless
behave|behaves|behaved|good girl|good boy & until|til|till|unless|if|not|or
or else & i|he|she|him|giro|money|hand|give|do|pay|says|me|told
owe|owes|debt|borrowed|loan & lender|shark|fella|man|lads|dealer|blokes|family|doubles|door|boss & threat*|door|scared|doubles|legs|kids|interest|knock*|took|card|hurt|smash*|watch*
loan shark|sharks
dont|doesnt|wont|not|never tell|told|mention|say .. money|card|pension|savings & finds|carer|son|daughter|nephew|stop|hell|shell|food|scared|stops
stop|stops|stopped|withhold|cut bringing|giving|buying|coming|doing|feeding .. food|shopping|meals|tablets|medication|dinner|washing & if|or|because|says|she|he|her|told
fridge|cupboard|cupboards|larder|house|flat|home & empty|bare|nothing|mouldy|padlocked|no food|cold & pension|money|card|nephew|niece|neighbour|carer|son|daughter|cousin|mum|nan|gran|grandad|granddad|dad|uncle|aunt|aunty|lady|man|old|she|he
no food|heating|milk|bread in|at .. cupboard|cupboards|fridge|freezer|house|flat|home|mums|nans|dads
nephew|niece|son|grandson|granddaughter|lodger|friend|couple|boyfriend|cousin|lads|mates|carer & moved|moves|taken|taking in|over & seen|nobody|money|thin|quiet|fridge|changed|never|since|scared|bedroom|mum|nan|dad|gran|lady|glasses|aids|visit|allowed|missing|card|gone
bloke|lads|lad|neighbour|woman|man|mate & money|giro|card|pays|flat|bank|drugs|borrow*|scam*|cash
online|internet|facebook|whatsapp|dating & man|woman|girlfriend|boyfriend|soldier|bloke|friend|caller & money|vouchers|gift|cards|savings|sent|sends|sending|loan|thousands|transfer*|bitcoin & mum|dad|nan|uncle|brother|he|she|i|him|me|neighbour|auntie
hides|hid|hidden|hide|stash|saving|saved|squirrel* .. money|cash|coins|bag|clothes|documents|phone & leave|escape|run|away|he|him|husband|partner|flour|tin|sock|secret
# in few words
hell|punish|punishes|hits|kicks|timer|interrogat* & he|him|her|fella|husband|partner|ex|boyfriend
roughly|manhandl*|yanked|yanks|yanking|dragged|drags|shoved|shoves|forcibly|slung|flung|hauled|pinned|pins|jerked & her|him|me|mum|nan|dad|gran|residents|patients|resident|patient
pushed|shoved|tripped|thrown|shoves|pushes .. me|her|him|mum|nan|gran|dad|us|them|over|down
bruises|bruise|scratches|swelling|burns|welts & mum|dad|nan|gran|grandad|wife|husband|resident|residents|neighbour|sister|brother|aunt|uncle|her|his
hit|hits|slapped|slaps|pinched|pinches|punched|kicked|hurt|hurts|shoved|rough|bruised|bruises|shook|dragged|smacked & carer|carers|staff|nurse|resident|residents|mum|nan|gran|grandad|husband|partner|wife
touches|groped|gropes|fondled|fondles|molested & me|her|him|girls|women|residents|patients|my|us
keep my top|clothes
!no|not|nobody|without .. food|water|drink|wash|bath|shower|meal|meals|heating
controlling|possessive|jealous|manipulative|coercive & husband|partner|boyfriend|wife|ex|girlfriend|he|she|mum|son|daughter|hes
walking|walk|walks|tiptoe|tiptoeing .. eggshells|egg shells
he|she|husband|partner|boyfriend|wife|ex|hes has|can|gets|is|hes a|an|so|very|such|really? .. temper|violent|nasty|controlling|jealous|handy|vicious|cruel|aggressive|scary
handy with|free his|her fists|hands
lays|laid|lay|raises|raised|lifts|lifted|puts .. hand|hands|finger|fist|fists .. to|on|at me|her|him|us|them
safe at|in my|our|own|her|his? home|house|flat & not|never|dont|isnt|doesnt|wasnt|feel
not|never|dont|doesnt feel|feels|felt|feeling safe .. home|house|him|her|husband|partner|family|there|carer|carers|son|flat|landlord|ward|staff
takes|took|taking it out on
tampers|tampered|hides|hid|controls|withholds|keeps|stops|takes|rations|counts|locks .. my|her|his|mums|dads|the .. tablets|insulin|meds|medication|inhaler|painkillers|pills|pill|wheelchair|aids|glasses|phone & he|she|hes|husband|partner|wife|son|daughter|carer|boyfriend|mum|dad
shouts|yells|screams|swears|shouting|screaming|swearing|spits|lashes .. at|out me|us|her|him|mum|dad|nan & son|daughter|grandson|husband|wife|partner|carer|boyfriend|he|every|drunk|home|scared
speaks|talks|answers|answered|spoke|talked for me|her & husband|partner|he|son|daughter|boyfriend|never|wont|alone
wont|wouldnt|never|doesnt|refuses|didnt .. leave|let|leaves|lets .. me|us|her|room|alone|side & midwife|nurse|doctor|appointment|scan|visit|husband|partner|boyfriend|he & he|husband|partner|boyfriend|alone
pregnant|pregnancy|bump|birth|postnatal|labour & hit|hits|kick*|punch*|push*|shov*|strangl*|threaten*|scared of|drunk|violent|violence|forced|controls|temper & he|him|husband|partner|boyfriend|dad|me
not|dont|never|cant|isnt go|going|want|be|send|sent|discharge|discharged .. home|back & him|he|husband|partner|safe|scared|hit|hits|son|violent|abus*|frightened
prisoner|hostage|captive|servant|slave|skivvy|punchbag & i|me|my|own|home|like|feel|he|she|her
used|uses|using|treats|treat|treated me|her|him|us as|like|for|a .. slave|skivvy|maid|servant|punchbag|dirt|dog|cashpoint|bank|prostitute|sex|animal
choked|chokes|strangled|strangles|throttled & hands|me|round|my|again|til|until|passed|her
forced|forces|force|forcing|pressure|pressures|pressured|makes|made|making .. me|her|him .. sex|marry|abortion|terminate|strip|porn|drugs|sell|steal|beg|sign
he|husband|partner|boyfriend|wife|son|daughter|hes .. decides|says|chooses|controls|dictates .. when|if|what|whether|who|where .. i|im|we|she .. eat|take|see|wear|go|sleep|spend|wash|leave|speak|drive|work|talk|allowed
# keeping the peace
upset|annoy|anger|cross|disobey|defy|provoke|displease|nag him|her|husband|partner & if|when|because|hits|angry|pay|scared|careful|dont|kids
keep|keeping|keeps|kept .. the peace|him happy|sweet|calm
stay|staying|keep|keeping|kept out of his|her|their way
promises|promised|swears|swore|apolog*|sorry|cries & after|afterwards|again|always|until|next|change|stop & hit|hits|hurt|hurts|temper|drink|he|husband|partner|boyfriend & me|again|never|wont
told|warned|threatened|ordered .. not|never|dont .. tell|complain|speak|talk & he|husband|partner|carer|staff|nurse|boss|manager|son|daughter|worse|anyone|or
"""
