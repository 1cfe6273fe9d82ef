"""What home is like for children who are hungry, hit, afraid, or look after others, as they and their teachers let on; after lexicon_child_signs."""

HOME = """
# hungry, cold, not wanting to leave
takes|take|pockets|fills|fill|hides|stuffs|saves|wraps|stashes|hoards|hoarding|nicks|pinches|slips|sneaks .. food|bread|crusts|toast|sachets|fruit|leftovers|rolls|sandwiches|biscuits|scraps|sugar|snacks|cereal|crackers|apples|pockets|lunch & supper|weekend|pockets|later|brother|sister|friday|sleeve|sleeves|bag & lad|girl|boy|pupil|child|kid|kids|year|yr|school|class|canteen|nursery|he|she
asks|asked|asking|begs .. toast|left|leftovers|seconds|crusts|scraps|spare & monday|mondays|asleep|falls|nothing|hungry|home|weekend & pupil|he|she|child|lad|girl|boy|carpet|class|ta|teacher
here|school|club|nursery .. is|its|only .. where|place|time .. i|he|she|they|we .. fed|eat|eats|warm|meal|food
only .. meal|food|hot|fed & school|nursery|breakfast club|lunch|pupil|child|lad|girl|boy|he|she|i & day|gets|get|has|eats|week
dont|doesnt|not|didnt|never want|wants|wanting .. holidays|weekend|weekends|summer|hometime|half|bell|christmas to? come|start|happen|be|ring
dread|dreads|dreading|hate|hates|scared .. hometime|weekends|weekend|holidays|half|bell|friday & school|pupil|child|kid|lad|girl|boy|class|fed|dad|mum
launderette|library|mcdonalds|bus|shop|station|park|shopping .. till|until|til .. shuts|closes|close|shut|dark|last|lock & warm|home|heating|mum|dad|nowhere|shouting
first in|here|through & last out|home|leave|to & gate|gates|school|caretaker|hang*|locks|pupil|nursery|class
hangs|hanging|waits|stays|loiters|lingers|stands .. about|around|by|at|behind|back .. gate|gates|school|classroom|playground & till|until|til|locks|lock|caretaker|dark|hours|six|half
stayed|stays|slept|sleeps|hid|hides|hiding|sleeping .. school|classroom|park|stairwell|shed|garage|bandstand|playground|churchyard & overnight|night|nights
asks|asked|wants|asking|begs|begged|ask .. if|to|can|could .. live|stay|come|go|sleep .. with|at|home me|us|mine|miss|you|here & pupil|child|boy|girl|kid|year|yr|class|teacher|school|nursery
wish|wishes|wished|want|wants|wished .. you|u|miss|teacher|nurse|i .. was|were|be|are .. my|his|her|their mum|mam|mummy|dad|daddy|nan
dont|havent|hasnt|no|without|sold .. cooker|bed|beds|mattress|bedding & settee|sofa|cushions|floor|share & we|us|kids|brother|sister|i|children
feeds|feed|fed|living|lives .. em|them|kids|us|on .. crisps|noodles|sweets|biscuits|cereal & once|lucky|only|nothing|every|day
@kid .. aint|isnt|hasnt|havent|not|never .. been? fed|washed|bathed
hardly|barely|never|doesnt|wont|not .. lets|let|allows|gives .. her|him|them|kid|child|girl|boy .. crumb|bite|food|carbs|sugar|eat & mum|coach|dad|stepmum|pageant|dance|ballet|thin|teacher
win|wins|score|scores|loses|grade & or|unless|until|if|when & doesnt|dont|not|wont|cant|isnt|no .. come|get|allowed|let|eat .. in|inside|house|home|tea|dinner|food
# looking after others
i|we|he|she do|make|cook|does|makes|get|gets .. tea|bath|bedtime|washing|dinner|nappies|bottles|breakfast & brother|sister|baby|siblings|twins & mum|mums|mam|mams|dad|dads
mams|mums|dads|mummys|daddys bad|dark|sad|funny days|day|nights|night|turns|moods|nerves|spells & i|we|me|my|us
miss|missing|off|bunk|skip|misses .. school|lessons|class|college .. to|so|for|cos|because .. watch|mind|look|care|feed|babysit|work|baby
sleep|sleeps|sleeping|slept it|that off & mum|mam|dad|parents|stepdad|baby|mummy
in charge of .. other|others|three|two|four|little|younger|brothers|sisters|siblings|baby & eldest|oldest|six|seven|eight|nine|ten|eleven|6|7|8|9|10|11|brother|sister
eldest|oldest|brother|sister|daughter|son|girl|boy .. six|seven|eight|nine|ten|eleven|6|7|8|9|10|11 & charge|minds|babysits|cooks|responsible & other|others|three|little|friday|night|weekend|pub
@child & knows|learnt|recovery|position & overdos*|naloxone|ambulance|collapse*|seizure|drunk|wakes & mum|mam|dad|mummy
# drink and drugs at home
special|funny|grown|happy|angry|loud|silly|shouty|sleepy|magic juice|drink|water|pop|medicine|cigarettes|cigarette|smoke|powder & mum|mums|mummy|mummys|dad|dads|daddy|daddys|mam|fall*|sleep*|shout*
mummys|daddys|mums|dads|mams .. juice|drink|medicine|needle|bottle & fall*|sleep*|shout*|angry|silly|wake|cross|cry|cries
i|we|he|she count|counted|hide|hid|pour|poured|tip|tipped|water|check|counts|hides .. bottles|empties|vodka|wine|cans|beer|whisky & mum|mam|dad|night|sink|mood|know|sort|stop|before
powder|wraps|crack|pipe|heroin|pills|ketamine|coke & mouth|hands|playing|found|picked|ate|eaten|telly|sofa & baby|toddler|un|little|kid|child|brother|sister|tot|bairn|youngest
dads|stepdads|brothers|uncles|mums|his plants|grow|lamps|cannabis & upstairs|loft|attic|stinks|smell|wires|lights|friends|secret|police
sends|send|sent|makes|made .. me|us|him|kids|son|brother .. get|fetch|collect|pick|score|buy .. stuff|gear|drink|vodka|fags|weed|drugs|things|it .. from|off|at
# afraid in the house
key|keys|footsteps|boots|car|van & door|lock|stairs|gravel|drive|hall & quiet|silent|freeze|hide|scatter|stomach|shake|shaking|sick & we|i|kids|us|everyone|children|brother|he|she
so|cant|doesnt|dont|not|wont .. hear|hears .. them|mum|dad|shouting|fighting|rows|arguing|screaming & telly|tv|music|headphones|radio|pillow|volume|ears
sleep|sleeps|slept|sleeping .. with|in .. shoes|coat|clothes|trainers|bag|chair & case|run|leg|escape|quick|come|comes|against & i|we|kids|brother|he|she|mum
code|safe word|words|signal & run|leave|ring|get|next|neighbour|nan & brother|sister|mum|nan|us|we|mrs|kids
high five & duck*|flinch*|cower*|cover*
when|if|every|time .. i|we|you|anyone|someone|adult|teacher|staff|adults|hand .. raise|raised|raises|lift|lifted|move|moves|reach|reached|goes|went & he|she|they|child|pupil|boy|girl flinch*|duck*|ducks|ducked|cower*|covers|covered
stands|stood|gets|got|jumps|jumped|steps|stand|get in? between them|mum|dad|parents|mam & arms|hit*|fight*|wee|little|son|daughter|i|brother|small|hurt|row|rows
police|policeman|policewoman|officer|cops .. gave|gives|give .. teddy|bear|blanket
mum|mam|mother|sister|she|neighbour|daughter|colleague|mummy .. wears|wearing|wore|wear .. sunglasses|shades|scarf & inside|indoors|house|eye|neck|say|cover*|hide|winter|kitchen
must|mustnt|not|dont|cant|never|allowed|supposed .. say|tell|talk|speak|mention .. owt|anything|nothing|nowt|about|word .. school|teacher|teachers|miss|sir & mum|mam|dad|i|we|me|he|she|stepdad|says
dad|mum|mam|parents|stepdad|mother|father|he|she reads|checks|finds|opens|sees .. planner|diary|messages|letters|homework & dont|please|not|hide|tell|scared|wont
what|how to say|answer & social|worker|lady|lanyard|visitor|police|teacher|council|inspector & mum|mam|dad|stepdad|told|tells|kids|children|us & comes|come|visit*|home|before|when
only|just .. smiles|nice|kind|pleasant|sweet|polite|cleans|cooks|sober|washed|dressed|gentle|nicer .. when|if|because .. social|worker|visitor|visitors|lady|housing|officer|police|people|anyone|you|inspectors|inspector|someone|others|family .. here|visit|visits|comes|come|watching|there|around|round|in
tidy|tidies|clean|cleans|tidied .. one|front room|bit & visitors|rest|locked|social|worker|inspection
saw|seen|watched|heard|know what he|dad|daddy|stepdad|they|she did|does|do .. mum|mam|mummy|brother|sister|baby|her
cleaned|wiped|mopped .. up & blood|before|he|dad|nan|mum & saw|pan|did|hit|hurt|him|daddy|knife|floor
# hit, and shown in other ways
get|gets|got|getting|gave|gives .. slipper|belt|cane|strap|spoon|hairbrush .. if|for|when|anything|cos|because
twist*|pull*|rap|raps|rapped|pinch*|cane*|whip*|bend|bends|crack|cracks our|my|their|his|her|the ears|ear|knuckles|hands|palms|fingers|hair|cheeks & teacher|class|coach|imam|tutor|til|till|until|swell|mistake*|wrong|lesson
top|shirt|sleeve|sleeves|skirt|jumper|trousers|collar|tshirt rode|rolled|slipped|lifted|came|went|ridden up|down|back & saw|seen|marks|bruise*|stripes|lines|covered
wont|refuses|doesnt|never|hates|refused|avoids .. change|changed|changing|undress|swim|swimming|shower & pe|games|pool|school|pupil|boy|girl|class & saw|marks|bruise*|hiding|stripes|scars
did|does|do|done .. bad|naughty|horrible|yucky|secret|nasty|rude thing|things|stuff|game|games .. to|with me|him|her|baby|brother|sister|us|mummy|teddy|the
squeezed|hurt|killed|drowned|kicked|strangled|broke|burned .. kitten|puppy|hamster|rabbit|cat|dog|teddy|bird & tell|tells|told|happens|daddy|dad|secret
what|that happens|happen to .. people|kids|girls|boys|children|those|ones who|that .. tell|talk|grass|snitch|speak
wound|winds|angry|mad|temper|rage|furious|snaps|raging|wild .. crying|cry|cries|screaming|noise & baby|newborn|son|daughter & partner|husband|boyfriend|he|dad|him|bf
walk|pace|drive|walking .. streets|round|around & baby|pram|newborn & 3am|2am|4am|night|am|midnight & he|him|partner|husband|temper|angry|wound
cant|cannot|couldnt|unable|not .. protect|shield|keep .. them|kids|children|boys|girls|baby|her|him|son|daughter|mum .. from|away him|her|his|dad|father|stepdad|it
run|ran|nowhere|places|rooms .. hide .. them|us|me|kids|from
goes|went|stops|turns|gone|stopped quiet|stiff|rigid|pale|silent|talking|smiling|singing|playing when|whenever|if|near .. comes|walks|enters|mentioned|arrives|near|there|in
something .. right|wrong|off|odd|weird|amiss|funny & way|how .. holds|grabs|handles|touches|looks|talks|speaks & son|daughter|child|mum|him|her|kids|boy|girl|dad|nan
stops|stopped|stop smiling|talking|laughing|singing|eating|playing & carer|uncle|stepdad|coach|teacher|comes|worker|partner & son|daughter|child|boy|girl|grandson|niece|nephew
weakness|weak|wussy|prayer|pray|wimp & dad|mum|mam|parents|stepdad|they|pastor & inhaler*|tooth|teeth|glasses|leg|arm|rash|cough|insulin|epipen|asthma|ear
inhaler|inhalers|epipen|glasses .. empty|broken|run|smashed|gone|lost & since|months|summer|weeks|mum|dad|parents & wont|says|not|never|dad|pupil|child|refuse*
laid|set|clapped eyes on & kids|children|child|girl|baby|boy|those|twins|them & no|nobody|noone|never|since|not|months
home educated|schooled|educating|ed|schooling & paper|nobody|noone|no|seen|never|hidden|supposedly|curtains|laid|claim|outside
six|five|seven|eight|four|nine|little|tiny|4|5|6|7|8|9 & fires|fire|roof|railway|tracks|canal|river|road|matches & nobody|noone|no|own|alone & night|dark|evening|tea|lights|hours|rec|sight|grown|adult
little|kids|children|uns|tots|wee|tiny|toddlers & canal|river|railway|quarry|tracks|dual|roof|busy & own|adult|grown|alone|nobody|supervis* & evening|night|dark|every|hours|late|no
collect|collected|picked|came|come|fetch .. swaying|wobbling|slurring|reeking|staggering
nobody|noone|no .. came|come|collect|turned .. for|up him|her|them|me|us .. till|until|til|again & six|seven|swaying|dark|gone|drunk|hours|pupil|nursery|school
# how a day goes
go|goes|went|get|gets|hide|climb|run|sit|hides|sits .. in|into|under|behind|on .. cupboard|wardrobe|shed|airing|loft|table|stairs|landing|bushes & when|until|till|while|wen they|he|she|dad|mum|it|shes|hes|her|them .. start|starts|fight|fights|fighting|shout|shouts|kick|kicks|row|drunk|drinks|visitors|finish*
coats|shoes|clothes on & bed|sleep|sleeping & we|kids|us|dad|mum|brother|heating|run|case
when|if ... team|football|match|horse|horses .. lose|loses|lost|losing & dad|dads|stepdad|mum|mums|hit*|mental|hide|smash*|bed
i am|im six|seven|eight|nine|ten|eleven|twelve|thirteen|6|7|8|9|10|11|12|13 & washing|cook|cooking|mum|dad|baby|bills|brother|sister|tablets|alone|house|mam|scared
mum|mam|dad|mother|father|parents|stepdad spends|spent|blows|wastes|gambles|drinks|smokes .. it|money|everything|benefits|wages|all|dinner|food
bingo|slots|bookies|betting|gambling|pub & kids|children|mum|mam|dad|baby|we|us & dinner|food|tea|money|alone|hungry|car|outside|left|nan
not|never|hasnt|isnt|havent .. slept|sleeps|stayed|sleep .. same|own house|bed|place|sofa .. twice|night|week|days
if i|we|she|he|you tell|tells|told|say|talk .. they|hell|theyll|shell|mum|ill|well|hed|dad .. send|take|taken|hurt|kill|hit|away|prison|care|family|lose|break|split & says|said|dad|uncle|stepdad|he|mum|brother|coach
wearing|wears|wore|dressed .. sisters|brothers|mums|dads|slippers|odd|pyjamas|same & shoes|trousers|uniform|coat|wellies|top|jumper|clothes|school & pupil|child|parents|nobody|school|winter|he|class|every
comes|came|come|returns|returned .. back|home .. from .. contact|visits|dads|mums|his|her|weekend|minder|nursery & bite|bruise*|marks|wont|speak|quiet|sore|scared|handprint|hungry|filthy|wet|crying|burn*
slap|slaps|thud|thump|bang|scream|crash|smack then|and .. nothing|silence|quiet|tap|crying|sobbing|door & hear|heard|every|wall|floor|night|tea|flat
cries|cry|crying|screams|screaming .. from|for|till|until|all|every .. hours|six|midnight|morning|night|day & baby|babies|child|toddler|kid|kids|little & never|nobody|no|flat|below|above|wall|adult|grown
mistake|accident|unwanted|burden|regret|regrets|wished|wish & mum|mam|dad|says|tells|told & i|me|hall|eat|born|never|brother|him|her|child
locks|lock|locked|padlock|padlocked|chain|alarm|alarmed the? fridge|cupboards|larder|freezer|pantry|food|kitchen
rocking|rocks|mute|silent|regressed|soiling|speechless & since|stop|stopped|wont|mums|dads|new & sister|brother|child|son|daughter|fella|boyfriend|pupil|he|she
told|telling|tells|thinks|believes .. father|mother|dad|mum|parents .. dead|died|doesnt|hates|left|abandoned & son|daughter|kids|child|children
makes|made|make|making me|him|her|us|them watch|look|see when|while|as he|she|they|dad
says|said|claims|reckons|story & clumsy|falls|accident|accidents|walked|bumped|cat|stairs & child|kid|baby|boy|girl|toddler|son|daughter|mother|mum|dad|father & no|every|again|always|bruise*|clumsy|another|broken
stopped|stops|avoids|misses|missing|absent .. coming|in|on|school|days|every & swimming|pe|games|changing|football & she|he|pupil|girl|boy|child
eats|eat|wolfs|gobbles|bolts|devours .. as if|like|though & take|away|last|never|week|starv*|dog|animal|someone|again & child|kid|boy|girl|pupil|he|she|they|baby
cut|bruise|burn|scar|mark|marks|bruises|burns|phone|money .. wont|cant|not|refuses|never .. explain|say|tell|talk
found|find|finding .. baby|brother|sister|mum|dad|mam & down|blue|breathing|cold|floor|limp|wake|out|wakeup & i|me|we & mum|dad|mam|drunk|out|asleep|stoned|passed
calls|hugs|climbs|sits|kisses .. every|any|all|strange .. man|men|stranger|strangers|adult|visitor
sent|sends|send|brought|brings .. school|nursery .. with|in .. pneumonia|fever|broken|temperature|vomiting|asthma|nappy|pyjamas|rash|infection & mum|dad|father|mother|parents|lie|because|nobody|again
lie in|work|pub|drunk|hangover|hungover|party & child|kids|school|baby|son|daughter|pupil & sent|late|missed|never|left|cant|nobody & mum|dad|mother|father|parents
# in few words
!cant|couldnt|wont .. wake|waken|rouse .. mum|mam|dad|mummy|daddy
if i|we .. tell|say|talk|speak .. mum|school|social|police|lady|teacher|miss|anyone|council
nobody|never|doesnt|forgets|forgot .. feed|feeds us|me|them|him|her|kids|baby
puts|shuts|sticks|locks|shoves|leaves|put|shut|locked|shoved me|him|her|us|them|kids|child|boy|girl .. in|into .. cupboard|shed|garage|cellar|loft|attic|dark
he|she|they|child|pupil|boy|girl flinches|cowers|cowered|ducked|flinched
by the throat|neck|scruff|collar
reeking|stinking|reeks|stinks|smelling of drink|alcohol|booze|vodka|whisky|lager|beer
drives|drove|driving .. us|me|them|kids|him|her .. drunk|stoned|pissed
twist*|pull*|rap|raps|rapped our|my|their|his|her the? ears|ear|knuckles
squeezed|hurt|killed|drowned|kicked|strangled .. kitten|puppy|hamster|rabbit
wardrobe|cupboard|cellar & bad|naughty & he|she|i|child|boy|girl
out in his|her|their pants|nappy|pyjamas|nightie|vest
"""
