"""What is written of children who are left, hungry, used, hurt or recruited, by them and by those who see it; part of lexicon_child."""

DANGER = """
# left
leave|leaves|leaving|left|leavin .. @kid|year|yr|eldest|youngest|pram & while|shift|work|job|hours|hour|cleaning|shop|pub|bookies|no|noone|nobody|bingo|dear|afford|choice|nights|two|till|til
leave|leaves|leaving|left .. in|alone|on|at .. own|alone|telly|themselves|himself|herself & year|yr|six|seven|eight|five|nine|four|three|kids|children|child|baby|boys|girls|little|eldest|twins|son|daughter
himself|herself|themselves & year|six|seven|five|eight|four|little|lad|child|girl|boy|kid
gets|puts|cooks|feeds|dresses|washes|minds|collects .. little|younger|baby|brother|brothers|sister|sisters|siblings|littles & him|her|himself|herself|eldest|child|boy|girl|she|he|i|im & school|bed|tea|own|every|mum|dad|late|ten|nine|eight|eleven|year
just|only|nothing but|in a? nappy|nappies|vest|pants|pyjamas|nightie|t? shirt|tshirt & out|outside|street|road|night|snow|cold|hours|doorstep|landing|balcony|nursery|winter|january|december
barefoot|shoeless|sockless & child|kid|kids|boy|girl|little|toddler|snow|street|police|road|night|he|she|school|eldest
rides|riding|wanders|wandering|walks|hangs|roams|roaming|sits|plays|out & round|bus|street|streets|stairs|estate|library|landing|stairwell|shop & child|kid|kids|boy|girl|lad|bairns|little|children|toddler|years|eight|three|four|five|six|seven
not|isnt|arent|aint|never allowed|let in|home|back|inside til|till|until|while|when
gate|gates|school|step|doorstep|nursery|club & til|till|until|dark|forgets|forgot|hours|locked & mum|dad|us|we|kids|child|boy|girl|collect|picked|nobody
under|unders fives|5s|sevens|tens|10s & out|road|own|alone|night|street|main
police & brought|found|fetched|returned|picked & eldest|youngest|kids|boy|girl|child|toddler|he|she & barefoot|twice|2am|midnight|night|wandering|again|alone|noticed|road|nobody
put|kicked|thrown|chucked|turfed|booted|slung|locked out & 13|14|15|16|17|fifteen|sixteen|fourteen|seventeen & street|dad|mum|step|stepdad|sofa|sleeping|dossing|nowhere|homeless|he|she|im
dossing|sofa surfing|surfing|sleeping rough|rough|out & 15|16|17|14|lad|girl|boy|young|school|step|teen|teenager
home|in|flat on|by his|her|their|my own|selves & kid*|year|child*|night|nights|little|six|seven|eight|five|nine|boy|girl & years?|six|seven|eight|five|nine|ten|shift|work*|every|till|scared|mum|dad
# hungry, cold, unkempt
ask|asks|asking|asked|beg|begs|begging|knock|knocks|knocking|bang|bangs|scrounge* .. us|me|neighbour|neighbours|people|strangers|everyone|round|wall|door|staff|teacher|for .. food|bread|biscuits|dinner|toast|crisps|crusts|something|summat|sandwich|sandwiches|eat|leftovers & kid|kids|child|children|boy|girl|lad|little|next|bairns|three|four|five|twins|toddler|hungry|she|he
lick|licks|licking|hoard|hoards|hoarding|stash|stashes|gobble|gobbles|wolfs|scoffs|pockets|stuffs|hides|hide & he|she|they|twins|kid|kids|child|children|foster|always|hungry|bed
only|just|nothing|nowt|theres|got|living & crackers|cereal|crisps|toast|beans|noodles|biscuits|chips|bread|porridge & left|until|week|tea|days|every|dinner|gone|gas|meter|between|again & us|we|kids|bairns|children|baby|mum|boys|girls|them|packet|brother|sister|aint
hot|cooked|proper|decent|real meal|food|dinner|tea & not|no|havent|hasnt|never|aint & kids|bairns|children|boys|girls|twins|little|grandkids|babies|gas|meter|weeks
no|without|aint|lost|cut electric|electricity|leccy|gas|heating|meter|power|hot|beds|bed|food & kids|baby|bairns|us|children|brother|sister|little|sleep|boys|girls|twins & coat|week|weeks|rats|days|cold|freezing|crackers|mum|dad|cough|floor|crisps|packet|sleep|share
sleep|sleeps|sleeping in|on|under .. coat|coats|clothes|floor|sofa|car|bath|store|stairwell|landing|tent|shed|doorway|garage|settee|cupboard
no|without breakfast|socks|coat|shoes|lunch|underwear|knickers|tights|gloves|jumper in|on|for|and|or|inside? .. & every|school|day|lip|split|always|snow|feet|winter|nursery|blue|frost|again|same
no breakfast|socks|coat|shoes|lunch|underwear & kid|kids|child|children|boy|girl|little|lad|pupil|school|she|he|un
nodding|nods|falls|falling|fell|drops|asleep|sleeps|dozing|exhausted|shattered|yawning off|asleep|in|at|on|every .. class|ten|lesson|lessons|desk|school|register|carpet|assembly & bed|up|night|no|because|looks|hungry|every|home|mum|dad|brother|phone|gaming|work
blue|purple|raw|chapped|frozen feet|hands|fingers|toes|legs & child|kid|kids|boy|girl|nursery|school|snow|came|coat|little
eat|eats|eating|sit|sits|kept separate|separately|apart|different|last|after|leftovers|scraps & foster|us|we|them|they|carer|me|brother|stepmum|own kids|real
foster|carer|carers|placement & separate|loo|locked|beans|permission|fridge|hit|hits|favour|hate|respite|drink|drinks|shout|shouts|garage|hungry & us|i|me|we|he|she|kids|him|her
matted|nits|lice|headlice|stink|stinks|stinking|smelly|smell|smells|filthy|grubby|unwashed|urine|wee & kid|kids|child|children|boy|girl|pupil|little|lad|twins|baby|toddler
teeth|nappy|rash|eczema|ear|glasses|hearing & rotten|black|brown|bleeding|raw|days|same|full|hanging|weeping|broken|untreated & kid|kids|child|boy|girl|toddler|baby|little|twins|son|daughter
# drink and drugs about them
heroin|crack|coke|cocaine|pipe|pipes|foil|needles|needle|spice|rizla|bong|syringe*|ketamine|weed|methadone|baggies|joint|spliff & cot|nappy|pram|pushchair|baby|bairn|bairns|toddler|crawling|highchair|buggy|children|grandkids|grandchildren|twins|crib|toys|kids|playing|child|table|school
back on|using the? brown|gear|drink|drugs|crack|heroin|needle|bottle|smack|stuff|pipe & baby|kids|daughter|son|grandkids|grandchildren|children|grandson|granddaughter|mum|dad|room
off her|his|their|my face|head|nut|tits & kids|bairns|baby|child|mum|dad|every|children|toddler|school
drive|drives|drove|driving|drove|took|takes|brings & cans|pints|beers|vodka|stinking|reeking|pissed|stoned|drunk|drinking|smashed|sniff*|wine|seats|seatbelt|seatbelts|seat & kids|children|son|daughter|us|baby|grandkids|contact|toddler|boys|girls
stink|stinks|stinking|reek|reeks|reeking|smell|smells|smelling|smelt of .. drink|alcohol|weed|booze|cannabis|beer|vodka|whisky|lager|spirits|wine & pick|picks|picking|collect|collects|collecting|contact|kids|nursery|pickup|father|mum|dad|parent|baby|pram|pushchair|child|school
passed|asleep|flat|spark|comatose|unconscious|sparko|slumped .. out|on|in|at|by & baby|kids|mum|mam|dad|brother|sister|toddler & sofa|floor|settee|chair|cry|crying|me|bottle|drunk|again|always|pram|bath
wrap|wraps|needles|baggie|knife|pills|powder|syringe|pipe & nappy|cot|pram|bag|school|child|lad|lunchbox|kid|toddler|baby
# what they see and hear
dad|daddy|mum|mummy|stepdad|father|mother|da|mam|bf|boyfriend|he|partner .. throw|threw|throws|hit|hits|hitting|punch|punched|push|pushed|kick|kicked|had|strangle|strangled|choke|choked|drag|dragged|beat|beats|pin|pinned|slap|slapped|batter|battered ... mum|mummy|mam|mom|nan|mums|mummys
hide|hides|hid|hiding & wardrobe|cupboard|under|bathroom|shed|garden|ears|covers|stairs|bed|loft & shouting|fight|fighting|starts|screaming|drink|arguing|row|rows|argue|kicks|angry|key|home & i|we|she|he|kids|brother|sister|boys|girls|my
hands|pillow|covers|headphones|hood|fingers over|on|in .. ears & i|we|he|she|brother|brothers|sister|kids|shout*|scream*|fight*|argu*|child|boy|girl
wet|wets|wees|wetting|soils|shakes|freezes|hides|cries|flinches|runs & when|every|as|if & he|she|himself|herself|hisself|brother|sister|kid|child|boy|girl|son|daughter|kids
feart|frit|feared|scairt|skeered|petrified|scared of .. da|dad|him|her|mam|stepdad|uncle|mum|father|stepmum & brother|sister|she|he|child|boy|girl|son|daughter|i|kid|wee|little
rang|rung|called|phoned|dialled 999|police|childline himself|herself|themselves|because|cos|when & dad|mum|nine|eight|seven|six|ten|only|kid|child|boy|girl|son|daughter|little
# hands on them
boot|booted|boots|kick|kicked|clip|clipped|clout|clouted|yank|yanked|drag|dragged|whack|whacked|belt|belted|slap|slapped|crack|cracked|smack|smacked|wallop*|lamp|lamped & kid|child|boy|girl|lad|toddler|bairn|son|daughter|little|baby|pupil|bairns|grandson
shape|print|outline|imprint|mark|marks of .. hand|belt|fingers|shoe|slipper|iron|buckle|teeth|cord|cable
split|fat|busted|cut|swollen|thick lip|lips|eye|ear & every|last|week|un|little|school|child|kid|boy|girl|again|lad|pupil|nursery|dad
soap|chilli|pepper|sauce|mustard|vinegar in|on .. mouth|tongue|eyes|lips
put|puts|hold|holds|held|shove|shoves|make|makes him|her|them|me|us|kids .. under|in|stand .. cold|shower|tap|bath|water|cupboard|dark|garage|naked|corner
bath|water|shower|bedtime|nappy|belt|undress*|toilet|touch* & when|every|if|run|foster|twins|weeks & they|she|he|child|twins|girl|boy|kids
# wrong interest
@kid & bloke|man|grown|adult|someone|stranger|30|40|50|boyfriend|lodger|coach|teacher|sir|neighbour|taxi & game|online|pictures|pics|boots|gifts|buying|buys|lifts|midnight|trainers|vapes|phone|secret|presents|sweets|treats & sends|send|sent|asked|asks|keeps|meet|picks|gives|told|tell|talking|message|messages|message|keep|alone|messaging|giving|gave
keeps|keep|kept|gets|takes|have|has|wants & back|behind|alone|own|late & coach|teacher|sir|leader|tutor|instructor|trainer|vicar|priest|uncle|imam|driver & buys|gifts|stuff|tell|secret|messages|presents|lifts|sweets|special|hugs|photos|phone|dont
picture|pictures|photo|photos|pic|pics|video|videos|vids|selfie .. without|no|of|in|with|wearing .. top|bra|clothes|knickers|body|underwear|chest|undressed|shower|boobs
show|send|sends|share|post|leak|spread ... everyone|people|friends|mates|parents|mum|school|them|it|all & picture|pictures|photo|photos|pic|pics|video|nudes|says|if|unless & hell|threat*|says|said|unless|if|now|will|he
share|shares|sharing|sleeps|sleep|put|made a|the|in|with? .. bed|bedroom|room with|in|next ... lodger|uncle|stepdad|bf|boyfriend|man|grandad|older|cousin|brother|grown|stranger|strangers
nowt|nothing|naked|nude|no clothes|undressed|boxers|pants|towel & front & kids|children|girls|boys|daughter|daughters|stepdaughter|child|nothing
shower|bath|bathtime|bathroom|toilet|bedroom|changing|bed & bf|boyfriend|stepdad|uncle|lodger|partner|grandad|coach|fella|stepbrother|cousin|babysitter & im|me|her|daughter|girl|kids|youngest|16|15|14|13|12|she|son|my
too interested|friendly|close|handsy|familiar|touchy|affectionate|fond|keen & kid|youngest|girls|boys|daughter|son|kids|child|pupil|pupils|niece|granddaughter|grandson|children
grown|adult|rude|sexy|sexual|dirty|private|sex up|things|stuff|words|games|talk|parts|acts & dolls|teddy|toys|knows|acting|says|saying|plays|playing|draws|drawing|does|doing|bear
plays|play|played|playing|game|games .. secret|special|tickle|tickling|private|rude|touching|doctors game|games|club|time|cuddle|cuddles|with|secret
secret|special|private game|games|cuddle|cuddles|club|tickle|tickles|touching
get|got|getting|hop|jump|come .. in|into|to .. car|van|flat|house|shed|woods & trainers|sweets|vape|vapes|puppy|kittens|stranger|money|tenner|phone|lift|fags & told|asked|said|gave|give|hed|man|he|them|me|offer|offered
picked|pick|picks|collected|drives|driven|fetched|dropped up|off|around|about|back .. by|outside|at|same|every|taxi|taxis|car|cars|men|drivers & girls|girl|lads|kids|daughter|children|home|care|teenager & taxi|taxis|men|drivers|older|hotel*|drunk|presents|security|same|night|midnight|gifts
convictions|conviction|convicted|record|register|offender|offences|nonce|prison|charged|licence|tag & children|child|kids|childminding|childminder|girls|boys|nursery|babysit*|under|underage|images|stepdad|partner
not|isnt|arent|shouldnt|never|aint supposed|allowed|meant|permitted .. be|go|see|have|near|around|with|contact|unsupervised .. kids|children|under|girls|boys|child|them|us|18s|16s|alone|baby|school
supposed|meant|needs|should|ordered .. be|have .. supervised|supervision & dad|mum|kids|contact|nan|lets|children|him|he|alone|us|visits
court|order|supervised|contact|social|judge & lets|lets|let|anyway|ignores|ignored|behind|still|secretly|sneaks|breach* & dad|father|mum|stepdad|ex|kids|nan|gran & him|her|us|kids|children|see|stay|take|van|house
# used by others
hold|holding|put|move|use|keep|lend|transfer|paid|pay .. money|cash|account|card & account|bank|card & lad|lads|someone|mate|mates|park|bloke|snapchat|online|guy|boys & me|my|son|him|he|debt|owe|asked|school|i
run|running|runs|drop|drops|dropping|deliver|delivers|delivering|carry|carries|fetch|stash* packets|packages|package|parcels|errands|stuff|bags|weed|drugs|things|bits|gear .. for|on|to|round? & lads|bike|big|older|son|gang|mates|boys|school|eleven|twelve|13|14|ten|year|estate|phone|men
used|using|use|gets|groomed|recruit* & lad|son|boy|kid|kids|grandson|nephew|brother|child|lads & packets|runner|shotter|lookout|dealer|dealing|gang|gangs|elders|bigger|county|drugs|parcels|bike|trap
holy|race|civil war & son|lad|boy|brother|he|phone|watching|talking|nephew|pupil|mates|coming
beheading|beheadings|executions|unbelievers|nonbelievers|infidel|infidels|kuffar|jihad|jihadi|caliphate|martyr|martyrs|isis|nazi|nazis|swastika|swastikas|aryan|manifesto|extremist|extremists|extremism|radicalised|radicalized|radicalisation|incel|incels & son|lad|boy|brother|nephew|daughter|he|pupil|friend|online|phone|room|mates|cousin|student|grandson|watching|him|hes
non believers|believer
fight|fighting|die|dying|kill|war|soldier|join|joining .. for|in|the|a .. cause|jihad|syria|brothers|race|caliphate|enemy|army & he|hes|son|lad|brother|talking|mates|nephew|online|boy
enemy|traitors|invaders|replaced|replacement|purge|cleanse|cleansing & son|lad|boy|brother|pupil|mates|flags|teaching|purpose|room|online|nephew|he & mates|flags|teaching|room|online|purpose|videos|group|chat|changed|phone
# made to do, afraid to tell
makes|make|making|has|forces me|her|him|us|them .. cleaning|clean|cook|mind|ring|lie|pretend|housework|beg|steal|stay|look|work|skip|miss & school|lodgers|pretend|home|off|babies|littles|brothers|sister|police|social & mum|dad|stepmum|mam|uncle|she|he|aunty|her
caring|cares|minding|minds|raising|bringing|looking|looks|feeding|running for|after|up|round? .. babies|baby|brother|brothers|sister|sisters|siblings|littles|mum|mother|dad|house|kids & girl|boy|lad|pupil|eldest|shes|hes|child|year|school|young|teenager & school|attendance|bed|drunk|ill|drink|drugs|age|out|tired|register|disabled|cant|asleep|nobody
if i|we|he|she|they .. tell|tells|told|say|says|said|talk|talks .. anyone|the|you|her|him|them|miss|school|social|council|police|mum|lady|teacher & dad|mum|stepdad|uncle|he|hell|theyll|we|care|nan & care|kill|rabbit|dog|taken|hell|put|hurt|trouble|away|split|believe|hit|home|prison
so|and|then we|i|he|she dont|didnt|cant|never|just say|tell|told|keep|kept owt|anything|nothing|nowt|anyone|nobody|quiet|it
dont|not|didnt|never|mustnt .. tell|say|show|told .. your|my|mum|mam|mummy|dad|parents|miss|school|teacher|anyone & secret|he|man|coach|uncle|game|touch*|hurt|online|sir|buys|stuff|pictures|us|kill|me
asked|asks|ask|begs|begged|wants|wishes|wish if|to|she|he|i|can? .. live|stay|sleep|move in|with|at|here .. me|us|school|nursery|miss|teacher|here|foster|nan|library & she|he|pupil|child|i|kid|girl|boy|could|home
scared|dont want|hates|hate|refuses|wont to|go|of|going|goin? .. home|back|go|weekend|weekends|holidays|contact|dads|mums & child|pupil|school|she|he|girl|boy|kid|i|cries|cry|hides|half term|summer|friday
tells|told|says everyone|people|doctors|doctor|them|hospital|us .. epilepsy|ill|poorly|sick|allergies|cancer|autistic|disabled|seizures|fits & mum|mother|her|she|stepmum & fine|right|never|rain|medicine|feeding|pushchair|lies|wheelchair|given|seen|believe|made
make|making|keep|keeping|makes her|him|them|child|baby poorly|ill|sick|sleepy|quiet|sleep|dopey & given|giving|gives|give|mum|medicine|tablets|calpol|things|put|bottle
taken|left|put|gone|placed|staying & strangers|stranger|unknown|neighbours & kids|children|baby|son|daughter|boys|girls & arrested|where|tell|nobody|know|police|hotel|night
dad|ex|father|mum|stepdad|he & found|knows|finds|tracked|outside|turned & address|school|foster|placement|where
no helmet|harness|seatbelt & year|kid|boy|girl|eight|six|quad|tractor|farm|child
fingers|hand|arm|leg|burnt|lost & quad|slurry|machine|machinery|tractor|factory|kiln|saw|oven & year|boy|lad|kid|child|eight|nine|ten|kids
# in few words
@kid & terrified|petrified|flinch*|cower*|begs|begged|begging|dread|dreads|withdrawn|trembl*|freezes|hides|hiding|hid
@kid & sex|sexual|sexually|porn|naked|nude|nudes|undress*
@kid & drunk|stoned|vodka|pissed|weed|drugs|vape|vapes|cannabis|needles|dealer|dealers
@kid & bruise|bruises|bruised|burns|welts|handprint|starving|underweight|unwashed|filthy|neglected|barefoot
knife|knives|blade|machete|weapon & son|lad|pupil|boy|year|child|daughter|grandson|nephew|stepson|kid|kids|brother|14|15|13|12
boot|booted|clip|clipped|clout|clouted|yank|yanked|drag|dragged|whack|whacked|belted|slap|slapped|smack|smacked|wallop* & kid|child|boy|girl|lad|toddler|bairn|son|daughter|baby|pupil|bairns|grandson|kids|children
hits|beats|punches|slaps|locks|starves|hurts|strangles|shakes|smacks|burns|chokes|belts|whips & @kid|us|me|brother|sister
shaken|smother*|suffocat*|drown|shake|shook & baby|newborn|infant|toddler|child|kids|children|him|her
our|little|special|keep|kept|dirty .. secret|secrets & he|him|says|told|tell|i|she|uncle|coach|man|game
hoards|hoarding|gobbles|scavenges|scavenging & @kid
too thin|skinny|small|young|little & @kid & nobody|no|not|never|home|alone|eat*|fed|feed|mum|dad
dead|die|kill|hang|heaven & he|she|hes|shes|him|her
# seen in clinics and on wards
baby|child|toddler|kid|kids|newborn|infant|children|girl|boy|twins & left|leaves|leave|leaving|alone & smoke|smoking|fag|pub|screaming|crying|nobody|noone|cot|pram|hours|shop|bookies|phone
kids|children|son|daughter|boys|girls|baby|toddler|little|grandkids|i .. see|saw|seen|watch|watching|hear|heard|hears|woke|front|witness|witnessed ... hit|hits|hitting|shout|shouting|punch|punched|fight|fighting|fights|strangle|strangled|pushed|throw|throws|beat|beating|hurt|attack|kick|drag|dragged|smash|smashing
nobody|noone|no one|never|mum|dad|parents .. visit|visits|visited|visiting|comes|came|come|collects|rings & boy|girl|child|baby|kid|lad|toddler|newborn & never|nobody|noone|no one|weeks|days|alone|drunk|ward
gives|give|giving|does|do|doing|inject*|change|changes|changing|measures .. insulin|injections|medication|dressings|catheter|meds|tablets|nappies|morphine|stoma & year|child|eleven|ten|nine|eight|twelve|school|daughter|son|i & mum|dad|her|his|my|mums|dads & year|eleven|ten|nine|eight|twelve|thirteen|school|only|im
not|never|missed|miss|wont|doesnt|refuses|stopped .. brought|taken|bring|take|took|bringing|taking & appointments|appointment|doctors|dentist|clinic|checkups|jabs|hospital|insulin|school & child|kid|kids|boy|girl|son|daughter|children|grandson|granddaughter|baby|toddler|nephew|niece
kids|children|baby|babies|twins|toddler|boys|girls|daughter|son|grandkids & living|sleeping|sleep|live|stay|staying in|on .. car|van|tent|street|streets|shed|garage|squat|bnb|caravan|one room
story|account|explanation|tale|says|said & match|matched|matches|add|adds|added|fit|sense|different|changed|changing & bruise*|burn*|fracture*|broken|injur*|child|boy|girl|baby|toddler|arm|leg|marks
girl|lass|daughter|13|14|15|thirteen|fourteen|fifteen & boyfriend|man|fella|bloke|partner & older|twice|twenties|thirties|20|21|22|23|24|25|26|28|30|35|40|grown|speaks|answers|wont|controls|waits|waiting
smack|smacks|smacked|smacking|slap|slaps|slapped|slapping|shake|shakes|shook|shaking|shout|shouts|screams|screaming|swears|swearing|yank*|pinch* & mum|mother|dad|father|man|woman|parent|parents|gran|nan|partner|boyfriend|stepdad|she|he
flinches|flinched|cowers|cowered|clings|screams|shrinks|freezes|silent|mute|wary|watchful & child|boy|girl|kid|son|daughter|he|she|little|baby|toddler|grandson|granddaughter
social services|worker|workers|care & lose|losing|take|taking|taken|removed|dont tell|scared & kids|children|baby|child|son|daughter & if|because|hit|leave|drink|drugs|tell|boyfriend|him|cope
snap|snapped|snapping|lose it|losing|lost it|hurt|harm|shake|throw|smother|hit & baby|newborn|kids|child|toddler|son|daughter|him|her & worried|scared|afraid|nearly|close|might|could|frightened|almost|wanted|urge
@kid & always|often|constantly|forever|permanently|everyday|regularly|again hungry|tired|dirty|cold|bruised|smelly|exhausted|filthy|crying|alone|starving|unwashed|late
doesnt|dont|wont|never|hates|refuses|terrified|scared|didnt .. be|go|going|left|stay|alone|being|sit .. with|to|near .. him|uncle|dad|grandad|stepdad|boyfriend|babysitter|coach|lodger|cousin|dads & @kid|she|granddaughter|grandson
takes|took|taking|has|wants .. photos|pictures|videos|pics .. of .. her|him|them|girls|boys|kids|children|daughter|son & man|uncle|coach|neighbour|boyfriend|he|lodger|teacher|secret|bath|undress*|changing|swim*
gifts|presents|money|phone|trainers|vapes|jewellery|clothes from|off|by .. man|men|someone|bloke|stranger|older|boyfriend|lad|online
nobody|noone|no one|mum|dad .. collects|collected|fetched|fetches|picks .. him|her|them|child|kids & late|hours|dark|drunk|forgot|forgets|again|never|nobody|noone
"""
