"""What people write who are abused, controlled, exploited or neglected, or who see it done to an adult."""

from freetext.guard.lexicon_abuse_care import CARE
from freetext.guard.lexicon_abuse_control import CONTROL

SIGHTS = """
# said outright
abused|abuses|abusing|abuser|molest*|groped|gropes|groping|raped|rapes|rape|rapist|fondl*|grooming|groomed|coerciv*|gaslight*|gaslit & @anyone|@me|@who
abuse|abusive & my|me|i|his|her|husband|wife|partner|ex|he|she|carer|mum|dad|home|relationship|him|family|mother|marriage|parents|staff|suffered|against|resident|from|victim
domestic violence|abuse|abused|violent & my|me|i|husband|wife|partner|ex|he|she|him|victim|fled|fleeing|left|am|survivor|living|in|home
sexual|sexually assault*|abus*|harass*|touched|attacked|exploit*|inappropriate
sexually & touched|touches|touching|assaulted|abused|harassed|me|her|him
touched|touches|touching|touch|feels|felt|rubbed|rubs|groped|stroked|strokes|stroking|squeezed|fondled me|her|him|us|them|my|their & inappropriate|inappropriately|breast|breasts|boob|boobs|private|privates|bum|bottom|thigh|thighs|sexually|underwear|knickers|leg|legs|uncomfortable|intimate|wrong|down|consent|shouldnt
touches|touched|touching me|her|him|us|girls|residents|patients|women & doesnt|didnt|dont|shouldnt|where|when|wont|not|like|places|up
hands|hand .. up|down|inside .. my|her|his|skirt|top|trousers|knickers|bra|dress|nightie|shirt|blouse|pants
interfered|interferes|interfering|messed|tampered with me|him|her|us|them|boys|girls|my|as|by|and
forced|forces|forcing|force|made|makes|pressured|pressures|blackmail*|had|tricked|threatened .. have|into|do|perform|give ... sex|sexual|marry|marriage|intercourse|undress|it|abortion|porn|favours
made|makes|make|told|asked me|her|him to? undress|strip & no|need|reason|watched|stood|door|close
unwanted & touching|advances|attention|sexual|kiss|kissed|hands|texts|messages|contact
kissed|kissing|pressed|rubbed|rubs|grinds|grabbed|cornered|corners|groped|licked|flashed|exposed|masturbat*|wanked|wanking & me|her|us|manager|boss|lecturer|doctor|physio|tutor|against|colleague|carer|himself|nurse|supervisor|patient|staff
exposed|exposes|exposing|flashed|flashes|flashing himself|his|me|us|at & penis|genitals|himself|me|women|residents
comments|comment|remarks|jokes|looks|stares|leers|perv*|leching|lech & body|breasts|boobs|legs|bum|chest|sex|sexual|uncomfortable|underwear|touch
no|not|never|without|didnt|dont & said|say|says|consent|consented|agree & sex|husband|bed|right|anyway|forced|force|asleep|drunk|spiked
say|said|says no & husband|partner|boyfriend|right|anyway|sex|bed|does|makes|wont|wife|ex|forces
his right as|husband|man
woke|wake|waking .. him|he|man|someone & inside|top|touching|doing|hands|sex
spiked|drugged|roofied & drink|drinks|me|her|him|woke
intimate|naked|nude|nudes|private|explicit|sex|dirty|rude photos|pictures|pics|videos|images|video|photo|tape|picture|vids
pictures|photos|videos|pics|nudes|images|film|footage & threatening|threatens|threatened|threat|blackmail*|post|share|send|shared|posted|unless|without|naked|undressed|shower|toilet|secretly|hidden
blackmail*|sextort*|revenge porn?
sex|sexual|nice|favours|favour|dinner & rent|landlord|grade|grades|promotion|shifts|visa|lecturer|tutor
upskirt*|voyeur*|peeping|spying|spies & me|her|us|toilet|shower|changing|window|camera|on
hidden|secret|spy camera|cameras|recording & room|bedroom|toilet|shower|bathroom|found|changing
# hurt at home
@abuser .. @hit @kin|me|her|him|them|my|us|mum|nan|residents|patients
@hit|abused|abuses|hurt|hurts|hurting|threatens|threatened|bullies|bullied|torments|tormented|terrorises|terrorised .. by .. @abuser
hurts|hurting|hits|hitting|beats|beating|punches|slaps|kicks|chokes|strangles|batters|bites|shakes|burns|thumps|shoves|pinches|spits|smacks|headbutts|slapped|strangled me|her|him|them|us|my|mum|nan|gran|residents|patients|people|at|on
gives|gave|giving|given|took|get|getting|got|gets .. a good? beating|hiding|slap|slaps|kicking|pasting|battering|thump|crack|backhander|backhanders|hammering|leathering|belt|belting|clip|clout|thumping|slapping|black & me|her|him|my|wife|mum|us|i|she|he|them|brother|friend|neighbour|sister|them|off|lad|son
black eye|eyes
bruise|bruises|bruised|bruising|fingermarks|handprint|handprints|welts & arms|arm|face|wrists|wrist|neck|legs|thighs|back|eye|body|cheek|jaw|ribs|grip|finger|unexplained|explain|explained|nobody|covered|staff|carer|carers|mum|nan|dad|ankles|chest|shoulders|tied|held|hold|hide|hides|hiding|cover|makeup|sunglasses|fell|he|she|home
mark|marks|scratches|burns|swelling|lump & grip|finger|unexplained|wrists|throat|cigarette|strap|held|tied|hides|hiding|sunglasses
mark|marks & wrists|ankles|arms|neck|throat|held|someone|tied|strap|grip|belt
makeup|sunglasses|scarf|sleeves|concealer|top|collar & bruise|bruises|hide|hides|hiding|cover|covers|covering|marks|eye
what he|she|they does|did|do|done to|with my|me|her|him|us|them
keep my|top|clothes
plates|plate|phone|remote|mug|cup|glass|chair|things|stuff|iron|kettle|pan|pans|ashtray|shoe|shoes|objects & thrown|throws|threw|broken|smashes|chucks|hurls|over & me|at|her|temper|husband|wife|partner
temper & husband|wife|partner|he|she|his|her|boyfriend|scared|frightened|afraid|hits|throws|kids|mum|dad|boss|son|hide|walking|lose|loses|violent
afraid|scared|frightened|terrified|petrified|fear|frit|fearful|worried .. of|to|for|go|by .. him|her|he|husband|wife|partner|son|daughter|them|home|carer|carers|boyfriend|ex|staff|man|stepdad|dad|mum|father|complain|say|ring|tell|ask|leave|sleep|me|what
afraid|scared|frightened|terrified|petrified & husband|partner|boyfriend|ex|carer|hit|hits|home|bell|complain|complaining|son|shouts|shouted|threatened|temper|night|lives|door|years|punish|punished|worse|landlord|tell|retaliation|repercussions
in fear of|for|every|at
fear|feared|fearing for my|her|his|our life|lives|safety
walk|walking|live|living|tread|treading .. on eggshells|egg
eggshells
home|house|flat|it|where .. isnt|not|aint|never|dont|doesnt .. safe & he|him|when|me|i|husband|partner|sleep|car|feel|dad|her|go|there
sleep|sleeping|sleeps|slept .. in my|his|her|the|a? car|shed|van|garage|park|bus|floor|hallway|stairwell & he|because|home|safe|kicked|threw|locked|nights|back|passport|paid|him
dont|not|never|didnt feel|am|be|is safe .. home|here|house|with|around|at|in & he|him|her|she|i|husband|carer|resident|flat|hostel|night|lives
refuge|safehouse|womens aid & i|im|my|me|he|kids|fled|two|in|found|living|hiding|moved
fled|fleeing|flee|escaped|escaping|escape|hiding|hide|hid|ran|run|left|leave ... my|an|him|the|away .. husband|ex|partner|abusive|violence|him|abuser|violent|family|boyfriend|dad|stepdad|relationship|marriage
he|she|they|hes|ex|husband .. found|finds|tracked|find .. us|me|the last|one|address|out|where|new
non molestation|mol
restraining|injunction|molestation order|breached|against|ignored
stalk*|airtag|spyware|tracker & @me|@anyone|phone|car|ex
tracks|tracking|tracked .. me|my|her|us|phone|car|location
follows|following|followed|watches|watching me|us|her|him & ex|he|everywhere|home|wherever|outside|work|man|night|car|scared
turns|turning|turned|shows|showed up & wherever|unannounced|ex|threat*|uninvited
wont|doesnt|never|not|refuses .. leave me|us|her alone & ex|he|messages|calls|texts|turns|outside|man|neighbour|threat*
# control
!not|never|isnt|wasnt|arent|aint|wont|doesnt|dont|didnt allowed|let|lets|letting|permit|permitted ... me|her|him|to|out|without|see|go|leave|money|phone|make|friends|use|speak|talk|have|eat|work|own|family & he|him|husband|partner|wife|boyfriend|family|without|son|daughter|boss|friends|bank|money|landlord|eat|dress|passport|forms|lock*|makeup
!not|aint allowed .. out|go|make|without|phone|money|see|speak|talk|friends|eat|leave|have|use|visitors
ask|asking|asks|asked|need|needs|get|beg|have .. permission .. eat|go|wash|leave|wee|drink|shower|sleep|speak|see|use|out|spend|money
ask|asking|asks|beg .. to eat|go|wash|leave|wee|drink|shower|sleep & him|husband|partner|carer|allowed
permission to eat|drink|wash|sleep|leave|speak|go|use|spend|see|work
beg|begs|begging|begged .. for|him|them|to & food|money|toilet|water|drink|stop|help|pad
controls|controlling|monitors|dictates|decides|confiscated|confiscates|withholds|rations & phone|money|wages|bank|card|passport|benefits|pension|who|what|wear|clothes|texts|messages|everything|visa|papers|keys|food|where|eat|friends|medication|me|her & @abuser
checks .. phone|texts|messages|underwear|mileage|receipts|emails|location & he|she|hes|husband|partner|boyfriend|wife|me|girlfriend|ex
takes|took|taken|taking|keeps|kept|keeping|keep|holds|has|got|hides|hid .. my|her|his|our|their|all my? phone|money|wages|bank|card|cards|passport|documents|benefits|pension|visa|papers|keys|pip|brp|pay|payslip|giro|car|purse & @abuser|gang|boss|because
on a|the timer|clock & he|her|him|shops|out|got|has|late|minutes
hell|punish|hits|kicks|timer|interrogat* & he|him|her|fella|husband|partner|ex
hell to pay
cut|cuts|cutting|isolated|isolating|isolates|kept|keeps|stopped|stops|stop|drove|pushes|banned|bans|turned .. off|from|away|me|her|him|seeing .. friends|family|everyone|mum|sister|kids|people|her|seeing|parents & he|she|husband|partner|boyfriend|wife|ex|hes|son|carer|daughter|controlling
lock|locks|locked|locking|shut|shuts|shutting|trap|trapped|imprison*|bolted .. in|out|up|inside|outside|away .. my|the|her|his|a? room|house|bedroom|flat|cupboard|bathroom|garden|home|night|toilet|shed|hours|seclusion|cell & he|she|me|her|him|husband|son|they|wife|carer|partner|mum|resident|residents|patient|i|hours
locked in|up|away & me|her|him|mum|she|he|husband|room|night|house|days
kept|keeps|keep|held|holds|hold .. prisoner|hostage|captive|against
against my|her|his|their will & kept|held|sent|taken|married|here|home|hospital|i|am
taken|took|takes|keeps|keep|kept|has|holding|hold|hidden .. my|our|her|his passport|phone|papers|visa|documents|brp|id
passport|visa|papers & boss|owner|man|keep|kept|took|taken|paid|husband|police|floor|agency|cant|leave
no|not|never|dont|arent|isnt|without|didnt|wont .. paid|pay|wages & work|man|boss|floor|sleep|passport|owe|debt|live|sixteen|seven|food|gang|threat|house
debt|owe|owes & work|boss|gangmaster|agency|passport|leave|trafficked|sex|brothel|lender|shark|dealer|kneecap
traffick*|slave|slaves|exploited|exploiting|exploits|gangmaster|brothel & i|me|my|her|they|work|girls|women|house|workers|am|him|we|family|neighbour|men|people
cuckoo*|county line|lines
taken over|taking|took .. his|her|my|their|vulnerable .. flat|home|house|place & drugs|dealers|dealing|gang|lads|men|friends|cant|won
dealers|dealer|gang|lads|men & flat|house|his|her|moved
so called|socalled|supposed boyfriend|friend|friends|girlfriend|carer|mate|mates|partner|cousin
marry|marriage|married|marrying|wedding & forced|force|forcing|against|abroad|pakistan|refuse|stranger|will|dont|want|cousin|honour|arranged|sending|fly|flight|taking
honour|izzat|shame|disown*|disowned & family|kill|brothers|beat|killing|violence|based|parents|threat*|father|marry
sending|send|sent|taking|take .. me|her|back|home & country|never|gay|lesbian|trans|marry|abroad|passport|married|conversion|cure
because|found|cos & gay|lesbian|trans|bi|boyfriend & beat|hit|threw|thrown|locked|sending|kicked|phone|family|kill|threat*|conversion
conversion therapy|prayer|exorcis* & me|my|gay|trans|family|church
fgm|cutting season
fgm|circumcis*|mutilation & girl|girls|daughter|niece|cut|sister|abroad|holiday|me|female
threatens|threatened|threatening|threat|threats & hurt|kill|leave|take|kids|divorce|put|deport|deported|immigration|visa|send|homeless|out|worse|home|evict|suicide|himself|children|police|pictures|if & he|she|husband|partner|ex|wife|boyfriend|carer|landlord|boss|if & me|my|mum|her|him|us|i|nan|gran
says|said|say & hurt|kill|deport|deported|immigration|evict|worse & he|husband|partner|ex|wife|boyfriend|carer|landlord|boss|son & me|if|mum|her
put somewhere|into|in .. worse|home & said|told|complain|complained|threat*|if|scared
# money
takes|taking|took|taken|steals|stealing|stole|stolen|nicked|nicks|nicking|helps|helping|pinched|pinching|pockets|drains|drained|emptied|emptying|empties|spent|spends|spending|withdrawn|withdrew|withdrawing|robbed|robbing|robs|keeps|fleeced|fleecing|used|using|uses|cashing|borrowed|borrows|clears|cleared|sold|sells & benefits|pension|savings|bank|card|pin|money|cash|purse|wallet|jewellery|pip|allowance|giro|debit|inheritance|cheque|cheques|wages|watch|handbag|uc|esa & husband|wife|partner|boyfriend|girlfriend|ex|son|daughter|brother|sister|uncle|aunt|cousin|grandson|granddaughter|nephew|niece|carer|carers|landlord|boss|neighbour|friend|friends|someone|worker|warden|cleaner|staff|builder|he|hes|shes & my|her|his|mum|dad|nan|gran|aunt|uncle|brother|sister|their|cousin|neighbour|grandad|resident|residents|patients|lady|old
benefits|pension|money|wages|giro & day & land|lands|paid|goes|takes|comes|come
debit|bank|credit|cash card|cards|details & carer|using|uses|shopping|receipts|own|son|daughter|neighbour|used|her|took|taken|keeps|without|grandson|pin|has
sign|signed|signs|signing & cheques|cheque|house|will|papers|blank|over|power|attorney|deeds|forms|property & made|makes|gets|forced|pressured|pressuring|tricked|bullied|crying|confused|dementia|mum|mother|dad|grandson|son|didnt|understand|know|him|them
sell|selling|sells|sold|sign|signed|transferred & house|home|flat|bungalow|property & dementia|attorney|son|daughter|nephew|niece|behind|without|convinced|made|over|mum|name|will|capacity|against
power of attorney & son|daughter|brother|sister|nephew|money|spend*|spent|taking|took|without|abuse|abusing|bought|holiday|car|misus*|wont|himself|herself
changed|change|rewrote|new will & carer|neighbour|nan|mum|dad|dying|made|confused|son|daughter
demands|demanding|screams|shouts|scream|shout|wants|threatens|pressures & money|cash|pension|savings|drugs & son|daughter|grandson|nephew|me|mum|nan|i|us|partner|he|him
give|gave|giving .. him|her|it|money & because|or|what|scared|hell|does|do|otherwise|hits|shouts|screams|threat*
scam*|conned|conning|rogue|lover|romance|online & savings|thousands|elderly|mum|mother|dad|father|nan|gran|vulnerable|money|sent|sending|life|dementia
purse|handbag|drawers|belongings|letters|wallet & goes|going|rifles|rifling|through|opens|missing|searches & my|her|mum|nan|warden|carer|carers|he|she|without
walks|walk|comes|come|barges|lets .. in|into ... without knocking|asking|knock|permission
# neglect
left|leave|leaving|lying|lay|laid|laying|sat|sitting|sits|stuck|lain|lies|stood|slumped .. in|with|on|soaked|covered .. own|soiled|wet|urine|faeces|feces|poo|pee|piss|shit|mess|excrement|filth|vomit|waste|soaking|dirty|nappy|pad|pads|wee|same|commode
left|leave|leaves|leaving her|him|them|me|mum|dad|nan .. in it|them
soiled|soaked|wet|dried|covered|sitting|sat|lying|smelt|smelled|smell|stank|stinks|reeked|reeking|caked ... urine|faeces|feces|poo|pee|piss|shit|mess|excrement|filth|waste|wee|vomit|sick|sheets|clothes|bed|pad|pads|nappy|trousers|nightie|pyjamas|dirt|stench|muck
soiled|soiling|urine|faeces|excrement|incontinence|incontinent|doubly|soaked & left|hours|clothes|days|same|sat|lying|hadnt|changed|nobody|sheets|mattress|bed|since|friday|morning|night|unchanged
do|go|wee|pee|told|said|went it|go|in|to .. in|the|it .. bed|pad|nappy|pants|pads|yourself
told|said|tells & bed|pad|pads|nappy & in|go|do|wee|it|toilet|commode|pee
!not|no|nobody|never|hasnt|hadnt|havent|isnt|werent|arent|dont|doesnt|wont|didnt|without|refused|refuse|noone|neither .. fed|feed|feeding|washed|wash|bathed|bath|shower|showered|shave|shaved|changed|changing|turned|turning|toileted|dressed|eaten|eat|drink|drunk|water|food|meal|meals|drinks|cleaned|moved|teeth|bed|heating|hydrated|out & @anyone & @long|them|weak|thin|tray|lifts|spoon|nothing|weight|reach|hungry|stuck|care|carers|clothes|days|starving|him|her|proper|left|dehydrated|own
dont|doesnt|didnt|never|wont|not|nobody .. feed|feeds|fed|wash|washes|turn|turns|change|changes|bathe|toilet|move|moves .. her|him|them|mum|dad|nan|gran|residents|people
tray|plate|meal|meals|food|dinner|drink|water|drinks|jug|cup|lunch|breakfast & reach|untouched|taken|away|out|cold|lifts|spoon|nobody|cant|far & nobody|reach|cant|help|starving|hungry|thin|feed|fed|blind|no|off|without
out of .. reach & bell|buzzer|water|drink|food|tray|call|button|phone|frame|buzzers|alarm
bell|buzzer|alarm|cord|buzzers & taken|removed|unplugged|ignored|ignores|scared|afraid|unanswered|switched|cut|moved|shouted|punish*|hid|hidden|unplug & her|mum|him|dad|nan|gran|my|they|staff|resident|residents|patient|patients|old|lady|crying|i
starv*|malnourish*|emaciat*|skeletal|skeleton|dehydrat*|skin|bones|rake|undernourish* & mum|dad|nan|gran|grandad|aunt|uncle|her|him|she|he|resident|residents|wasting|neighbour|cat|nobody|home|hospital|weight|thin|lost|brother|sister|patients|patient|admitted|wife|husband
thin as|skin a|and rake|bone|bones|rail
lost|losing|loses .. stone|stones|weight|kilos|kg|lbs & home|nobody|care|eating|mum|dad|nan|she|he|fed|starving|ward|weeks|months|wife|husband|gran
bedsore|bedsores|pressuresore|pressuresores|ulcer|ulcers|ulcerated|sores & bone|grade|infected|rotting|black|smell|smells|turned|nobody|never|developed|hidden|heels|sacrum|untreated|neglect|notes|hole|maggots
pressure|bed sore|sores|ulcer|ulcers & bone|grade|infected|came|got|developed|turned|never|nobody|left|home|hospital|with|has|mum|dad|nan|care|weeks
maggots|lice|fleas|vermin|rats|cockroaches|bedbugs|filthy|filth|squalor|squalid|hoarding|stench & living|lives|mum|resident|wound|hair|neighbour|home|room|bed|dad|nan|old|house|conditions|her|kids|flat|feet
squalor
neglect|neglected|neglecting|neglectful|neglects|mistreat*|illtreat*|maltreat*|tormented|torments|taunts|taunted|taunting|degraded|degrades|degrading|humiliated|humiliates|belittles|belittled|demeaned|mocks|mocked|intimidates|intimidated|bullies|bullied|bullying|bully & @anyone|@me|@carer|@abuser
treated|treat|treats|treating|shouts|spoken|shouted .. like|worse .. dog|dogs|animal|animals|dirt|slave|prisoner|child|rubbish|criminal|cattle|muck|scum|meat|nothing|piece|skivvy|servant
roughly|manhandl*|yanked|yanks|yanking|dragged|drags|shoved|shoves|forcibly|slung|flung|hauled|hauls|pinned|pins|threw|throws|jerked & her|him|me|mum|nan|dad|gran|residents|patients|resident|patient
rough with|handled|handling
handled|handles|handling & rough|roughly|badly|sack|harsh|harshly|bruised|bruise|cruelly
restrain*|restraint|restraints|secluded|seclusion|segregation|pinned|prone|facedown|tied|strapped & face|floor|autistic|hours|bruises|staff|brother|son|daughter|him|her|me|sick|breathe|chair|bed|patient|resident|mum|nan|rails|wrists|scream*|couldnt
face down & floor|on|held|sat|staff|put|them|pinned
wind|winds|winding|goad|goads|goading|provoke|provokes|provoking|tease|teases|teasing|taunt|taunting|antagonis* .. him|her|them|residents|patients|my & kicks|up|seclusion|laugh|deliberately|purpose|staff|until|till|react
laugh|laughs|laughed|laughing .. at|about & staff|carers|her|him|residents|she|me|cried|crying|wet|carer|nurses|naked|mum|nan|pain
shout|shouts|shouted|shouting|scream|screams|screamed|screaming|swear|swears|swore|swearing|yell|yells|yelled|yelling|curses|calls ... at|about|her|the .. me|her|him|them|residents|resident|patient|patients|mum|nan|gran|dad|old|lady|elderly|people|vulnerable|names|us|my|wife|husband
calls|called|calling .. me|her|him|them|residents|us .. names|stupid|fat|ugly|retard|spastic|worthless|filthy|bitch|slut|slag|useless|dirty|thick|pathetic|whore|cow|mental
pinch|pinches|pinched|pinching|slap|slaps|slapped|slapping|hits|hit|spits|spat|spit|poke|pokes|kicks|flicks|twists|nips|nipped & residents|resident|patients|patient|food|drink|elderly|old|mum|nan|gran|dementia|carer|carers|talk|bedbound|lady|night|vulnerable|her|him|face|tea
spits|spat|spit|spitting|wee|put|puts .. in|on|at my|her|his|their|our food|tea|dinner|drink|face|me
naked|undressed|exposed|undignified|unclothed|nude|knickers|nappy & left|curtains|ward|corridor|crying|weeping|dignity|everyone|cold|view|front|people|men|seen|see
curtains|door .. open & naked|exposed|undressed|weeping|washing|washed|knickers|dignity
weeping|crying|screaming|sobbing|begging|pleading|moaning .. for|out|in|and|on|with & help|ignored|nobody|hours|toilet|pain|water|drink|left|ignore|carer|carers|naked|sheet|cheques|home|alone
tablets|drugs|drugged|drugging|sedated|sedate|sedating|sedative|sedatives|medicated|doped|zonked|zombie|dosed|meds|medication & quiet|dribble|dribbles|drool|drools|drugged|easier|zombie|same|quieten|shut|compliant|consent|behave & her|him|mum|dad|nan|gran|residents|them|she|he|they|resident|patient|me|brother
hearing|false|teeth|dentures|glasses|aids & missing|lost|gone|taken|weeks|months & nobody|cares|care|home|dad|mum|nan|thin|eat|sat|hear|see
sat|sits|sitting|left|stuck|lying|parked .. in|there|for|facing|all|the & world|own|wall|nobody|hours|day|window|corner|weeks & nobody|she|he|dad|mum|nan|gran|residents|cares|him|her
visits|carers|carer|call|calls|care & minutes|mins|min|five|ten|10|15|stay|stays|paid|half & wash|washed|meal|fed|weekend|rush|supposed|meant|down|proper|leave|gone|log|tick|wrote|write|never|nothing
carers|carer & missed|never|not|didnt|hasnt|havent|turned|show|showed|come|came & fed|wash|washed|food|toilet|bed|pad|meds|eat|stuck|disabled|floor
living|lives|kept|stuck|confined|keeps|sleeps|sleeping|locked .. in|on|to .. one|a|the|garden|back|his|her|shed|caravan|garage|box|bed|attic|cellar room|shed|garage|caravan|conservatory|loft|outhouse|cellar|basement|bed|floor & heat|heating|cold|daughter|son|family|old|toilet|no|food|shouts|lock|locked|out|dad|mum|nan|elderly|never|months|disabled|brother|uncle|man
no|without|turned|turns|off|cut ... heat|heating|gas|electric|electricity|food|water
confus*|dementia|alzheimer*|alzheimers & convinced|sell|lie|lies|lying|left|alone|hit|locked|wander*|money|tied|shouted|shouts|hidden|tells|rough|carer|bruise*|slapped|fell
humiliat*|belittles|belittled|belittling|undermines|undermined|ridicules|insults|degrades|puts me|us|her|down|him & daily|day|everyone|front|boss|manager|work|word|husband|partner|staff|carer|laugh|worthless|constantly|every
nobody|noone|no|wont|never ... believe|believes|believed|word & me|my|over|her|him|she|he|dementia|abuse|hit|inhaler|touched|rape
he|she|they|who|nobody .. know|knows|knew & happen*|hits|hurt|hurting|secret|hide|behind
behind closed doors
happened|happening|done|does|it .. to others|other
since i was|when i was|as a|as an? child|boy|girl|kid|little|young|eight|nine|ten|seven|six|five|twelve & abus*|touched|touch*|rape*|hurt|priest|teacher|uncle|school|coach|care|home|interfered|told|waited|stepdad|father|hit|beat|him
priest|vicar|imam|pastor|temple|church|mosque|scout|choir|coach|elder|brother|monk|guru & abus*|touch*|interfer*|molest*|hands|alone|secret & me|us|him|her|i|boy|boys|girl|girls|years
pushed|push|pushes|shoved|tripped|threw|throws|thrown & me|her|him|mum|nan|gran|she|dad|husband|partner|wife|carer|he
wont|refuses|refused|refuse|doesnt|didnt|dont|stops|stopped|never|not .. let|take|call|get|give|allow .. me|her|him|mum|us & doctor|gp|see|hospital|medication|tablets|inhaler|wheelchair|phone|help|visitors|visit|hearing|glasses|toilet|outside|district & he|she|husband|son|daughter|carer|partner|family|wife|staff|brother
hides|hid|hidden|withholds|withheld|removes|breaks|broke & inhaler|medication|tablets|wheelchair|frame|hearing|glasses|insulin|stick|crutches|walker|aids|meds & he|she|husband|laugh|staff|carer|punish*|me|from|away|partner|son|nurse|boss
punish|punished|punishes|punishing|punishment|punishments & @anyone & carer|staff|toilet|food|cold|complain*|room|lock*|water|husband|home|bell|wet|shower|them
retaliat*|repercussion*|victimis*|reprisal* & complain|complained|scared|afraid|staff|carer|mum|told|speak|boss|manager|because
safeguarding & concern|raised|reported|ignored|report|referral|incident|told|issue|worried|need|should|nobody|nothing|happened|neighbour|resident|mum|manager
someone|somebody|anyone|please please? come|help|save|rescue .. me|us|her|him
get me|us|her|him out of here|there|danger
help me|us .. please|escape|police|hes|scared
please & police|rescue|danger|scared|locked & me|us|somebody|someone
# families in few words
scared|afraid|frightened|terrified|petrified of|to|what|when him|her|my|go|tell|say|speak|complain|ask|leave|he|she|them|sleep|ring|the|home|be|upset
wont|doesnt|didnt|never|dont|refuses|refused .. let|lets|allow|allows .. me|her|him|mum|us & he|husband|wife|partner|boyfriend|son|daughter|carer|family|she|mother|father|out|see|speak|talk|friends|work|money|phone|alone|eat|doctor|leave
sleep|sex|beg|kneel|naked|drink|strip|sign & he|husband|partner|boyfriend|staff|carer|she|they|dad|punish*|floor|cold
shouts|screams|yells|swears|shouted|screamed|swore|yelled .. at|in .. me|him|her|them|us|mum|face|residents|everyone|old & daily|every|constantly|all|husband|partner|wife|son|daughter|boss|manager|carer|staff|nurse|scared|cry|crying|cried|names|stupid|he|she|shake|shaking
hasnt|havent|not|never|hadnt|isnt|wasnt been|being? washed|bathed|showered|fed|changed|turned|dressed|shaved|toileted
!no|not|nobody|without ... food|water|drink|wash|bath|shower|meal|meals|heating & days|weeks|her|him|since|mum|dad|nan|gran|resident|residents|old|lady|gentleman|disabled|wife|husband
left|leave|leaves .. alone|unattended|there|sitting|sat|lying|crying|screaming|waiting|all|for|on|outside & hours|night|days|wet|soiled|toilet|commode|cold|dark|pain|floor & mum|dad|nan|gran|grandad|her|him|resident|residents|she|wife|husband|old|elderly|disabled|aunt|uncle|brother|sister|me|mother|father|patient|lady
begging|begged|begs|pleading|crying|cries|calling|screaming|pleaded|whimpering & nobody|ignored|ignore|ignores|ignoring|hours|laughed|laugh|walked|shut|told|left|water|toilet|home|stop|pain & her|him|mum|dad|nan|resident|residents|she|lady|man|old|wife|husband|me|patient|neighbour
pressure|bed sore|sores|ulcers & has|have|got|from|hole
bedsore|bedsores|pressuresores|malnourished|emaciated|squalor|cuckooed|cuckooing|trafficked|enslaved
hit|hits|slapped|slaps|pinched|pinches|punched|kicked|pushed|hurt|hurts|shoved|rough|bruised|bruises|shook|dragged|smacked|grabbed & carer|carers|staff|nurse|resident|residents|patient|patients|mum|nan|gran|dad|grandad|husband|wife|partner|boyfriend|girlfriend|ex|son|daughter|brother|sister|wheelchair|disabled|dementia|elderly|neighbour|landlord|stepdad
money|cash|savings|pension|benefits|card|bank|purse|jewellery|wages|inheritance & missing|gone|disappear*|vanish*|stolen|stealing|steals|stole|emptied|drained|taken|taking|takes|helps|helping|controls|scammed|conned|pressured|demands|cleaned & carer|carers|son|daughter|nephew|niece|grandson|granddaughter|neighbour|friend|husband|wife|partner|boyfriend|girlfriend|brother|sister|family|he|she|mum|dad|nan|gran|cleaner|lodger|staff|everything|man|manager
passport|visa|wages|paid|pay & owner|farm|nail|car|wash|restaurant|factory|agency|house|gangmaster|employer|madam|family & keep|keeps|took|taken|not|never|no|hold|holds|withhold*|scared|sleep|locked|debt|police|leave|hours
work|working|works & no|not|without|never & paid|pay|wages|passport & sleep|scared|locked|leave|police|hours|debt|family|floor|van|boss
touched|touches|touching|kissed|groped|rubbed|stroked|stroking|grabbed|fondled|hugs|hugging|squeezed & me|her|him|girls|women|residents|patients|my & boss|manager|supervisor|doctor|nurse|carer|physio|tutor|lecturer|teacher|driver|colleague|he|man|chest|breast|bum|bottom|leg|thigh|knee|hair|waist|inappropriate*|uncomfortable|private|consent|asked|didnt
sex|sexually|raped|rape|porn|naked|undress|nudes|underwear & me|my|he|her|him|forced|made|boss|husband|partner|scared|manager|carer|without|patient|resident|landlord|asked|comments|jokes|pictures|messages|wont|refuse
locks|locked|lock|locking|imprisoned|prisoner & he|husband|son|daughter|family|carer|carers|staff|wife|partner|boss|they|mum|dad|nan|me|her|him & in|out|up|inside|door|room|house|phone|key|keys
controls|controlling|tracks|stalking|stalks|stalker|stalked|isolates|gaslights|gaslighting|manipulates|threatens|humiliates|degrades|belittles & me|my|her|him|she|he|us
threatens|threatened|threatening|blackmail|blackmailing|blackmailed & me|my|her|him|us|mum|if|he|she|kids
ex|husband|partner|boyfriend|wife & scared|afraid|violent|violence|hit|hits|hurt|hurts|drunk|temper|smashed|smashes|threw|throws|stalk*|threat*|follows|tracker|controls|controlling|abusive|police|restraining|refuge|shouts|screams|bruises|black|strangled|choked|kicked|punched|pushed|slapped|rape|rapes|raped|forced|forces|locks|kill|knife|hide|hiding|wont|lets|permission|punishes
punish|punished|punishes|punishment & me|her|him|residents|patients|they|staff|he|husband|if|for
excluded|ignored|spoken|treated|called|made .. like|as|a dog|dirt|slave|animal|rubbish|nothing|idiot|joke
refuse|refuses|refused|stopped|stops .. to|feeding|giving .. feed|feeding|wash|change|help|give|medication|food|water|toilet & her|him|mum|dad|nan|gran|staff|carer|carers|son|daughter|husband|wife
drugged|sedated|overmedicated|restrained|strapped|tied & her|him|mum|dad|nan|gran|residents|patient|brother|sister|son|daughter|chair|bed|they|me|staff
filthy|unwashed|urine|faeces|stench|stinking|soiled|matted|lice|maggots|mould & mum|dad|nan|gran|resident|residents|her|him|she|he|bed|clothes|room|living|lives|neighbour|elderly|lady|man|uncle|aunt|brother|sister
neighbour|lady|gentleman|man|woman|fella|resident|tenant & bruise*|crying|scream*|begging|locked|thin|starving|filthy|dirty|confused|scared|hit|shout*|money|cold|alone|neglect*|hurt|hungry|nightie|slippers|wandering
# more families
kill|kills|killed|hurt|hurts|kick|kicks|kicked|drown|shoot|poison|poisoned|get|threatens .. my|the|our|her dog|cat|dogs|pet|pets|kitten|puppy|rabbit & he|husband|partner|boyfriend|ex|wife|she|hes|threat*|if|leave
smashed|smashes|broke|breaks|burned|burnt|burns|cut|ripped|destroyed|destroys|threw|hides|hid|slashed my|her|mum|our phone|clothes|glasses|laptop|things|belongings|keys|car|photos|hearing|passport|dresses & he|husband|partner|boyfriend|ex|wife|she|son|dad|family
reads|read|reading|goes|going|checks|checking|deletes|answers|looks .. my|her|his messages|texts|phone|emails|post|letters|diary|bag & he|husband|partner|boyfriend|wife|she|ex|hes|carer|son|mum|always|every
chooses|choose|picks|decides|tells|says|dictates ... what|who|when|where|how & he|husband|partner|boyfriend|wife|hes|she|carer|family|son
weighs|films|filming|filmed|records|recording|camera|cameras|cctv|baby monitor & me|her|bedroom|bathroom|shower|toilet|naked|undressing|asleep|husband|partner|landlord|boss|he|house & he|husband|partner|landlord|boss|wife|without|watch*|hidden|staff|boyfriend
asleep|sleeping|drunk|unconscious|sedated & sex|touch*|inside|top|hands|raped|rape|undressed|photos
condom|contraception|pill|coil|pregnant & wont|made|forces|forced|hides|refuses|let|again|stopped|against|tampered & he|husband|partner|boyfriend|ex|hes
eight|nine|ten|six|seven|twelve|five .. us|people|men|girls|women|workers in|to one|a|same|single room|bed|caravan|house & work|boss|pay|paid|passport|agency|farm|money|leave
sixteen|fourteen|eighteen|16|14|18|seven hours|days & no|not|little|without & paid|pay|wages|break|food|money|passport
clean|cleaning|cook|cooking|maid|nanny|domestic|servant & no|not|never & paid|pay|wages|money|passport|leave
dnr|dnacpr & without|nobody|asked|put|told|learning|signed
taped|gagged|tied|belted|strapped|wedged|harnessed & mouth|chair|bed|wheelchair|wrists|hands|mum|dad|nan|gran|resident|residents|her|him|me|toilet
dropped|drops|drop|lifted|lift|hauled|pulled & hoist|arm|arms|floor|nightie|neck|by & mum|dad|nan|gran|her|him|resident|residents|wife|husband|carer|carers|bruise*|broken|hurt
drunk|asleep|sleeping|stoned|vaping & residents|mum|dad|nan|gran|buzzers|patients|crying|fell|lying|wet|smelt|alcohol
examined|examination|exam|massage|massaged|scan|appointment & touched|touching|breast|breasts|naked|undress|undressed|inappropriate*|locked|door|alone|felt|wrong|no need|gloves|chaperone|fingers|underwear & doctor|gp|physio|osteopath|he|dentist|nurse|man|consultant|therapist|me
sent|sends|sending|showed|shows|airdropped me|her|us .. dick|penis|porn|nudes
dick|cock|penis|genitals|erection|erect|groin|bum|arse|tits|boobs|breasts|breast|crotch|knickers|bra|skirt & grabbed|touched|rubbed|showed|pressed|pushed|comments|stares|stared|grabs|touches|pinched|squeezed|slapped|sent|photo|photos|under|exposed|against|hand|hands|commented|looked
moved in|himself|herself|into & friend|man|nephew|lodger|neighbour|dealer|family|son|couple|someone|boyfriend & wont|money|took|taken|over|dad|mum|old|vulnerable|scared|bank|pension|drugs|pays
groomed|grooming|befriended|love bombed|lovebombed & mum|dad|nan|gran|money|brother|me|her|him|uncle|house|will|sister
wont|never|not|refuses|refuse|stopped|stops .. let|allow|give|get|take .. her|him|mum|dad|me|us|nan .. out|see|speak|visit|phone|eat|food|money|go|wash|medicine|doctor
starving|hungry|thirsty|freezing|cold|wet & left|nobody|no|ignored|locked|days|hours|all & mum|dad|nan|gran|resident|residents|her|him|lady|patient|neighbour|man|she|he|brother|sister|disabled
terrorised|terrorises|torments|tormented|terrorising|bullies|harasses|harassed|targeted|victimised & me|us|my|him|her|disabled|neighbour|brother|son|daily|years|staff|residents|boss|manager
spits|urinates|urinated|pisses|pissed|wees|defecated|shits|poured|pours|tipped|tips .. on|over|at|in .. me|her|him|my|mum|food|head|bed
kept|keep|keeps|living|lives|made|sleeping|sleeps .. in|to .. shed|garage|caravan|loft|cellar|basement|cupboard|outhouse|kennel|container
old|elderly|disabled|vulnerable|frail|blind|deaf|autistic|dementia|learning & hit|hits|slap*|punch*|kick*|bruise*|locked|starv*|scared|crying|screams|shouts|shouted|tied|dragged|robbed|conned|touched|neglect*|filthy|abuse*|rough|bully|bullied & he|she|him|her|they|carer|staff|son|daughter|neighbour|man|lady|mum|dad|brother|sister|uncle|aunt|resident|people
something|nothing|things .. not|isnt|going|wrong|happening & carer|carers|home|residents|bruise*|scared|quiet|flinch*|mum|dad|nan & scared|flinches|quiet|withdrawn|cries|bruises|wont|say
flinch|flinches|flinched|cowers|cowered|cowering|shakes|trembles|shaking|trembling & he|she|carer|husband|staff|when|mum|dad|nan|near|door|touch|hand|voice|comes|son|brother|sister|wife
# what others notice
marks|bruises|scratches|swelling|burns|cuts & mum|dad|nan|gran|grandad|wife|husband|resident|residents|neighbour|sister|brother|aunt|uncle|her|his
quiet|withdrawn|frightened|scared|changed|silent|jumpy & carer|carers|staff|visit|comes|home|husband|son|daughter & mum|dad|nan|gran|her|him|neighbour|sister|brother|aunt|she|he
wont|doesnt|cant|not|never .. look|talk|answer & husband|him|he|carer|son|front|permission|without|when & mum|she|her|wife|neighbour|sister|friend|colleague|daughter
answers|speaks|talks .. for her|him|me
lost|losing & weight|stone|teeth & carers|home|staff|mum|dad|nan|gran|brother|sister|uncle|aunt|resident|fed|nobody|starving
bins|dustbin|rubbish|scraps|leftovers & eat|eats|eating|living|fed|feeds & she|he|him|her|dad|mum|nan|neighbour|brother|sister|uncle|man|lady|woman|me
bath|shower|commode|toilet|hoist & left|alone|cold|stuck|forgot|forgotten & mum|dad|nan|gran|grandad|her|him|resident|residents|wife|husband|me|patient|patients|lady|she|he & night|hours|hour|freezing|crying|shouting|soaked|wet|morning
thirsty|parched|dehydrated|dry|cracked|lips|tongue & drink|water|jug|cup|beaker|fluids & reach|nobody|no|not|empty|never|begging|days|hours|without
nails|hair|teeth|beard|feet|ears & long|matted|black|rotten|filthy|curled|crusted|caked|uncut|unwashed|encrusted & mum|dad|nan|gran|her|his|uncle|aunt|brother|sister|neighbour|resident|residents|home|carers|weeks|months
medication|tablets|insulin|meds|painkillers & never|not|missed|withheld|forgot|late|wrong|refused & mum|dad|nan|gran|grandad|resident|residents|husband|wife|brother|sister|her|him & home|carers|carer|staff|pain|screaming|days|care
necklace|money|purse|jewellery|cash|savings|medals & gone|missing|disappeared|vanished|stolen|taken & mum|mums|dad|dads|nan|nans|gran|grans|resident|lady|neighbour|carer|carers|home|cleaner|her|his|my
dressed|dress|clothes|wear|makeup|hair & tells|decides|allowed|let|lets|choose|chooses|permission|approve|checks|throws|cut|cuts & he|husband|partner|boyfriend|family|wife|brother|brothers|father|dad
threw|thrown|kicked|kicks|throws|chucked|locks|locked .. me|her|him|us .. out & night|rain|cold|nowhere|husband|partner|boyfriend|dad|parents|family|gay|pregnant|shoes|street|car|he|she
disability|wheelchair|stick|crutches|deaf|blind|autistic|autism|downs|epilepsy & mocks|mock|mimics|laugh|laughs|kicks|hides|takes|hit|pushed|pushes|tips|tipped|teased|names|bully|bullied|dragged|spit|spat|stole|steals & he|she|they|staff|boss|lads|kids|neighbour|me|my|him|her|carer|husband
manager|boss|supervisor|foreman|director|consultant|professor|lecturer|tutor|colleague & touch*|kiss*|presses|rubs|stares|massages|texts|breasts|bum|lap|dirty|skirt|cornered|throws|threw|slapped|humiliat*|threat*|isolat*|belittl* & me|my|her|us|girls|women|juniors|student|students
church|cult|temple|mosque|elders|community|group & leave|left|shun|shunned|punish*|beat*|threat*|forced|controlled|obey|sin|married|abuse*|confess & me|my|us|her|him|scared|daughter|cant
landlord|agent|warden|caretaker & sex|touch*|enters|walks|lets|threat*|evict*|camera|cameras|watching|knickers|shower|rent|key|keys|drunk|harass* & me|my|her|girls|women|scared|without|alone|bedroom|night|favours
# roundabout
kill|murder|hit|hurt|batter me|us .. if|when .. he|she|they|knew|finds|found|saw|knows
dont|do not|please|never .. send|write|post|ring|phone|call|reply|email|contact .. house|home|here|address|number & he|husband|partner|reads|sees|safe|find|finds|opens|son|wife
delete|deleted|deleting & this|history|he|before|sees|checks|find
calls|rings|phones|texts|messages|checks me .. times|constantly|every|all & day|hour|he|husband|partner|ex|boyfriend|where|prove|hours
video|photo|photos|selfie & prove|proof|where|send|wherever & he|husband|partner|boyfriend|ex|wife|she
bag|bags packed|ready|hidden & leave|door|scared|escape|kids|him|go|run
chair|wardrobe|knife|door & under|handle|against|lock|locked|barricade*|sleep
barricade|barricaded|barricading
sits|sat|comes|stays|stands & every|all|appointment|appointments|doctor|room|gp|visit|midwife & he|husband|partner|son|wont|never|answers|speaks|let|alone
wont|doesnt|refuses|cancels|cancelled|stops .. carers|carer|nurses|nurse|doctor|district|social|appointments & son|daughter|husband|wife|he|she|family
held|holding|pinched|pinch|pinching|spoon|forced|force|shoved|shovelled|rammed & nose|mouth|food|feeding|feed|fed|jaw|swallow|tablets|throat
brakes|batteries|battery|frame|wheelchair|aids|glasses|buzzer|stick|dentures & took|taken|takes|removed|hid|hides|hidden|away|off|locked|reach & staff|carer|carers|punish*|quiet|nurse|husband|son|wander*|noisy|he|she|they|so
turned|turns|faced|facing|pushed|wheeled|parked & wall|corner|corridor|hours & chair|wheelchair|mum|dad|nan|her|him|resident|residents|she|he|me
bedpan|commode|toilet|pad|pads|pull & begged|beg|asked|refused|wouldnt|told|left|hours|ration*|one|use|use|yourself|wet|wait & day|night|hours|cried|wet|crying|humiliat*|mum|dad|nan|soaked|bed
groin|private|intimate|personal|washing|wash & rough|laughed|hurt|hurts|crying|man|male|said no|alone|door|touch*|lingers|too
strip|search|searched & naked|men|male|laughed|touch*|humiliat*|guard|officer|officers|front
favours|favour|sex|blow|sexual & phone|credit|vapes|tobacco|drugs|job|shifts|officer|guard|landlord|room|food|bed|visa
cant|couldnt|not|never|dont .. leave|get|run|go .. him|house|there|away|out|job|here & scared|kill|hit|passport|money|visa|he|kids|find|afraid|locked|debt|threat*
slept|sleeping|sleeps|sleep .. bath|bathroom|car|shed|sofa|neighbours|floor|station
toast|biscuits|soup|bread|crisps & only|lives|living|just|all|eats & mum|dad|nan|gran|neighbour|she|he|brother|aunt|uncle & son|daughter|money|pension|carer|carers|days|nobody|weight|thin
friends|mates|lads|men|people & his|her|my & flat|house|home & use|using|deal|dealing|stay|sleep|drugs|taken|wont|leave|scared|bank|money|learning|vulnerable
used|uses|using & like|as a? servant|slave|punchbag|skivvy|cashpoint|cash|doormat|prostitute|punch|bank
punch bag
punchbag|punchbags
secret|nobody|never|shame|ashamed|embarrassed & told|tell|told & hits|hit|rape*|abuse*|touch*|hurt|hurts|bruise*|years|child|husband|wife
happened|did|done|does .. to me & child|kid|boy|girl|years|secret|priest|teacher|uncle|home|care|night|scared|never|nobody|tell|told
"""

RULES = f"{SIGHTS}\n{CONTROL}\n{CARE}"

TOPICS = """
abuse|abused|abusive|abuser|abusers|abusing
neglect|neglected|neglecting|neglectful
rape|raped|rapist
sexual assault|abuse|harassment|violence
domestic violence|abuse|violent
modern slavery
slavery|trafficking|trafficked|exploitation|exploited
coercive|controlling relationship|control|behaviour|partner|husband
molested|groomed|grooming|fgm
harassed|harassment|harassing
bullied|bullying|bully|bullies
mistreated|mistreatment|maltreatment
"""

SPELLED = "husband boyfriend girlfriend screaming screamed punished terrified medication residents groped abused abuse abusive assault assaulted harassed harassment neglect neglected strangled bruises bruised molested bullied bullying controlling threatened threatens frightened terrified"
