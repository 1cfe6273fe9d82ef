"""What is said without meaning it, and talk about a subject rather than of somebody: neither is flagged."""

from freetext.guard.lexicon_play import PLAY
from freetext.guard.lexicon_talk import PAST, PRESENT, SERVED, TALK, TALKED

__all__ = ["IDIOMS", "PAST", "PRESENT", "SERVED", "TALK"]

FIGURES = """
death of me|us
dying for a? coffee|tea|cuppa|drink|wee|smoke|cup|holiday|pint|break
dying to .. see|try|know|tell|meet|hear|go|get
dying out|art|breed|town|trade
die hard
died|die|dead|dying|death of|with|from|at laughter|laughing|embarrassment|shame|boredom|bored|excitement
died laughing
embarrassed to death
bored|bores|worried|scared|loved|sick|frightened|tickled|talked|frozen|bored us|me to? death
id|would|i|ill sooner|rather die .. than|lol
death wish
death by powerpoint|meetings|email|paperwork
dead easy|good|nice|friendly|helpful|quick|simple|slow|line|lines|funny|handy|kind|lovely|end|ends|chuffed|pleased|heat|happy|space|battery|wood|weight|cheap|set
over my dead body
kill|killed|killing|kills time|hour|half|minutes|two|for|it|off|joy
kills|kill|killing|killed .. an|a? hour|time|minute|afternoon|morning
killed an hour
feet|back|legs|knees|heels|shoes|arms|knee|legs|shoulders|head .. killing|kill|killed me
wait|waiting|stairs|walk|hill|heat|price|prices|queue|queues|seats|chairs|suspense|boredom|cost|parking .. killing|kill|killed|kills me|us|off
killing me softly
kill for a|an|some
make|made|making a killing
would murder|kill a|for
murder|nightmare to park|parking|get
get|gets|getting|got away with murder
smashing bunch|team|lot|time|people|job|lad|lass|group|staff|nurses
nailed|killed|smashed|slayed|absolutely it
kick|kicked|kicking|smack|slap in the teeth|face|guts|shins|wrist|wrists
kick|kicked up a? fuss|stink|bum|backside|arse
kick|kicked|kicks|kicking the bucket|can|off|in
kick myself
slap on|in the wrist|face|back
slap dash
pat on the back
punch|punches|punching .. above|over|weight
pack|packs|packed a punch
pleased as punch
hit|hits|hitting the nail|roof|road|target|targets|button|ground|spot|floor|shops|mark|fan|jackpot|books|brakes|hay|sack|gym
hit and miss|run
hit or miss
hit|hits me|us like a? wall|brick|ton|freight
hit hard by
hits|hit home
knocked|knock|knocks .. for|on six|wood
kicked out
throw|throwing|throws everything|money at
aggressive .. treatment|cancer|form|tumour|chemo|chemotherapy|parking|marketing|sales|targets
sun burn|burned|burnt
fit enough|again
let|lets us|me|them|you down|know
pushed me .. in wheelchair|wheelchair
in the? future
having to wait
kids|people|we|residents|patients are|were|been|being? let down
baby changing room|facilities|area|unit
knock on effect
knock your socks
knock you out
beat|beats|beating|beaten about|around the bush
beat|beats|beating the queue|queues|system|rush|traffic|clock|heat|odds|cold|crowds
beat that
beaten in|at|by .. final|semi|match|game|cup|league|team|penalties|opposition|election
off the beaten track
heart beat|beats|beating
hard to beat
cant|couldnt|wouldnt|not beat|fault it|them|that
shoot|shot|shooting me|us|off|an .. email|message|note|text|line
shoot|shot .. in the .. foot
long|best|good|big|parting shot
shot down|in|of
flu|covid|booster shot|jab|shots
trouble shoot|shooting
photo shoot
dodge|dodging|dodged .. bullet|bullets
bite|bit|bitten|biting the|your|my? bullet|tongue|nails|lip
bite|grab a? to|bite eat
bit of|more|too|better|like
bit my head off
bite|bites|bitten|bit|snap|snapped|snaps my|your|peoples|our .. head|heads off
bombarded with
bomb site|hit|disposal
cost|costs|went|cost us|me|go a? bomb
photo bomb
bath bomb|bombs
knife|knives and? fork|forks|spoon|spoons
like a knife through
under the knife
went|go|going|gone under the knife
butter|palette|cake knife|knives
bleed|bleeding|bled|bleeds .. us|them|me|councils|government|nhs? dry
bleeding obvious|heart|edge|nuisance|useless|marvellous|lovely|brilliant|awful|joke
blood bath|boil
blood sweat and? tears
blood out of a? stone
blood test|tests|pressure|taken|sample|samples|donor|donation|form|forms|results|group|type|work|bank|taking|clinic|donors|bike|bikes
give|gave|giving|given|donate|donating blood
new|fresh|young blood
makes .. my blood boil
heart attack & nearly|almost|gave|gives|give|bill|price|car|parking|cost|breakfast
nearly|almost|gave|give|gives .. heart attack|failure
heart sank|sinks|felt|warming|broken|breaking|rending|felt|goes|went|strings|burn
heart in my|the|right mouth|place
heart and? soul
heart stopping
stroke of genius|luck|midnight|pen|brilliance
stroke club|association|awareness|rehab|team|group|unit|ward|nurse|nurses|charity|month
in one|a stroke
different strokes
breaststroke
fit for purpose|work
fit like|of giggles|laughing|laughter
in fits|stitches
fits in|into|well|perfectly
hissy fit
keep|get|stay|kept|keeping|got|getting|staying|feel fit|fitter
had us|me in fits|stitches
drown|drowning|drowned|drowns|buried|snowed|swamped|buried under .. paperwork|emails|email|work|admin|forms|debt|bureaucracy|sorrows|out|marking|leaflets
drowned rat
suffocating|strangled|strangling|strangles|throttled|choked|choking .. by|with|in .. bureaucracy|tape|paperwork|rules|traffic|cuts|admin|debt
choked up
choked with emotion|weeds|traffic|tears|leaves
gasping for .. investment|tea|coffee|cuppa|drink|money|funding|fag|cigarette|brew
cut throat
throat cut
cut|cutting|cuts @self|me|us|him|them|her .. slack|loose|short
cut|cuts|cutting corners|jobs|back|backs|services|funding|budget|budgets|costs|grass|hedges|lawn|down|short|edge|hair|hours|staff|staffing|red|out|ties|waiting|times
council|government|budget|funding|staffing|job|service|spending|tory|power cuts|cut
short|paper|hair|price|power|fee|tax cut|cuts
bang|banging|bangs|banged|hit|hitting|beat|beating .. head|heads .. brick wall
bang|banging|bangs|hitting your|ones|our head|heads against .. wall
talking|like .. brick wall
bang on about|time|trend
bang for .. buck
head banging
tear|tearing|pull|pulling|pulls my|our|your hair out & frustrat*|website|form|phone|it|system|wifi
pull|pulling|pulled|draw|getting teeth
tears me|my hair
back teeth
wits end
end of the? world|day|line|year|week|month|term
light at the end of the tunnel & finally|there|is|now|see|hope
end of life care|team|pathway|plan|nurse|nurses|support|planning
end it on
hanging by a? thread
hanging by a thread
hang|hanging|hung|hangs around|about|on|out|up|onto|back
picture|pictures|painting|curtains|coat|coats hang|hung|hanging
drop dead|in|off gorgeous
cant|couldnt live without|with .. it|coffee|phone|internet|wifi|you|them|bus|car
live|lives|living on my|his|her|their own
life saver|savers|saving|saved|line|lines|time|long|style|jacket|guard|guards|skills|boat|changing
saved|saves my|his|her|our life|bacon
pointless filling|exercise|meeting|meetings|survey|form|asking|questionnaire|box|question
whats|what is? the point .. form|survey|filling|asking|appointment|booking|ringing|voting|complaining|website|machine|having|paying|app
is? pointless & survey|form|forms|filling|question|exercise|meeting|complaining
no|little|whats|see|not .. point in? .. ringing|complaining|asking|booking|filling|voting|having|paying|applying
threat of .. closure|closing|redundancy|cuts|rain|floods|flooding|development|covid|redundancies|strike|strikes|sale
threatened|threatens|threatening with? .. closure|rain|to close|redundancy|strike|cuts|flooding
under threat
threat to .. library|jobs|green|wildlife|species|bees|services|trees
triple threat
attack|attacks|assault|attacked on .. nhs|pensioners|motorists|poor|jobs|pay|terms|conditions|senses|workers|democracy|disabled|services|benefits|wildlife
assault on the senses
assault course
panic|anxiety attack|attacks
abuse|abused|abuses|abusing of? .. expenses|position|system|privilege|parking|bays|power|powers|process|blue|trust|sick|statistics|apostrophe|public|taxpayers|rules|spaces|disabled
verbal|substance|alcohol|drug|drugs abuse|misuse & service|services|team|policy|worker|workers|clinic|programme|charity
drivers|cyclists|cyclist|motorists & abuse|attacked
neglect|neglects|neglected|neglecting .. bins|building|buildings|roads|road|garden|gardens|estate|park|area|town|potholes|pavements|high|cemetery|paths|repairs|maintenance|property|communal|playground|verges|streets|countryside|centre
state|sign|air of neglect
bullying culture|policy
hostage|hostages|ransom & leaseholders|union|unions|market|bills|cladding|suppliers|contract|contracts|strikes|strike|company
held|hold|holding .. hostage|ransom .. by|with .. bills|union|contract|company|supplier|cladding|weather
robbed|robbery|daylight|robbing .. blind|robbery|blind
highway|daylight robbery
stole|steals|stolen .. show|pound|heart|pounds|money|change|coins|march & vending|machine|meter|ticket|parking|my heart
vending|ticket|parking|machine stole|ate|nicked|swallowed
bit of a? dragon|bargain
slaughtered|crucified|slated|savaged|hammered in|by the? .. press|media|papers|review|reviews
machine gun
jump|jumping|jumped|jumps .. queue|queues|hoops|joy|ship|conclusions|gun|bandwagon
jumped out|at|through|in|to|on .. page|screen|hoops|chance|opportunity
step in|up|down
walk in front|clinic|centre
over the hill|moon
final|last nail|straw|leg|legs|minute|resort|mile
final nail in
on its|their last legs
flogging a? dead horse
at deaths door
grave yard|yards|stone|stones|digging
dug .. own grave
turn|turning in .. grave
skeleton staff|crew|service|in|cupboard
skeletons in
bag of bones
starved|starving of .. funding|investment|resources|cash|money|information|attention|oxygen
im|i|we|was|were|absolutely starving & lunch|dinner|canteen|food|menu|breakfast|buffet|vending|sandwich|meeting
eat like|me|you|in|us
eat like theyve never been fed
never been fed
little monsters|horrors|devils|angels|terrors
monster|monsters kicked
kicked my|the|his|our seat|chair|ball|seats
kids are|were driving me|us mad|nuts|crazy|mad|up
driving|drive|drives|driven|drove me|us|him|her|you mad|nuts|crazy|insane|bonkers|potty|round|up|home
climbing the walls
like a? rabbit|bull|lamb .. headlights|china|slaughter
lamb to slaughter
paralysed|paralyzed with|by indecision|choice|fear|options|indecisiveness
figuratively|metaphorically
fainting figuratively
all fainting
resuscitate|resuscitated|revive it|the .. system|economy|high
overload|overdose|overdosed of|on|information .. information|leaflets|chocolate|sugar|emails|caffeine|telly|cake|tinsel
information overload|overdose
od on chocolate|cake
blind|turning|turned|turn eye|spot|date|alley
turn a blind eye
poison pen|chalice
poisoned chalice
toxic & culture|management|workplace
razor sharp|wire
barbed|razor wire
fire drill|alarm|alarms|door|doors|exit|fighter|fighters|service|brigade|safety|station|engine|extinguisher|marshal|warden|risk|escape|stick
fired|fire up|off|away
baptism of fire
on fire with
set .. world on|alight fire
guns|gun blazing|ho
jumped the gun
son of a? gun
under|top|big gun|guns
under fire
weapon of choice
double edged sword
sword of damocles
axe|axed|axing|chop .. jobs|bus|service|services|library|route|budget|programme|grinding|grind|posts|to
bus|service|route|job|jobs|services|library was|were|been|got|being axed
throw|throws|threw|throwing|thrown .. towel|party|money|shapes|caution|rubbish
spanner in
thrown under the bus
thrown in|into at? the? deep|end|chaos
thrown|throw|chucked it|them|food|rubbish away|out
push|pushed|pushing|pushes .. ahead|forward|boundaries|envelope|boat|button|buttons|trolley|pram|buggy|luck|agenda
pushed from pillar
dragged|drags|dragging|drag on|heels|feet
kicking and screaming & contract|change|council
grab|grabs|grabbing|grabbed|grabs a|an|some|my .. coffee|bite|bargain|seat|sandwich|attention|lunch|drink|bargains|headline|headlines|opportunity|appointment|slot
cash|money|land|power grab
pin|pinned|pins .. hopes|number|board|noticeboard|down|badge|point
pins and needles
pick|picking|picked .. out|off|and|my|brains|through
locked|lock out .. account|login|system|password|computer|website
lock down|downs
locked out of .. account|system|login|phone|computer
account|password|computer|system|gate|toilets|login & locked
shut up shop
beaten|beat|beats|beating by .. weather|traffic|technology|bots
weather beaten
upset|upsetting|battle axe
battle|battles|battling|fight|fights|fighting|fought .. cancer|council|funding|traffic|budget|corner|system|bureaucracy|tape|off|chance|fit|tooth|disease|infection|illness|battle|good
fight|fighting about the? budget
good fight
bun|food|snowball|pillow|water|play|cat|dog fight|fights|fighting
argy bargy
explosive|explode|explosion & diarrhoea|growth|figures|cost|costs
sting|stung|stings .. price|by|charge|charges|bill|cost|rate|tail|with|for|fee|fees
gas bill|bills|meter|engineer|prices|fitter|safe|supplier|works|main|mains
have|having|had a|an gas
drug|drugs|medicines|medication|medicine trolley|round|trial|trials|chart|review|data|company|companies|charts|management
high|low|full tea
monkey|wee bit|small|little|hours|man|free
funny turn & years|ago|nothing|marvellous
wouldnt hurt|harm .. fly|to|anyone|ask
hurt|hurts|hurting|sore .. feelings|pocket|wallet|purse|businesses|business|economy|ego|pride
no hard feelings
sick of|and|to|pay|note|notes|leave|day|days|line|absence|bay|with|fed .. tired|hearing|death|potholes|waiting
off sick with
sick note|pay|leave|line|absence|days
worried sick
sick joke
crippling & costs|rent|mortgage|fees|prices|debt|tax|bills
pain in the|my arse|neck|backside|bum|butt
bed blocking|blocker|blockers
blocked|block up|off|paving|toilet|toilets|drain|drains|path|road|driveway|sink|caller|number
toilet|toilets|drain|drains|sink|gutter|gutters|gulley & blocked|overflow*
life|lofe threatening
took .. phone|call calls?
life sucks|of|after .. drains
hospital food|parking|radio
silent killer
lady|serial|ladies killer
killer heels|app|question|blow|bees|stairs|hill|whale|whales
i|id|could|would throttle|strangle|swing|murder|kill|shoot|hang .. whoever|voicemail|architect|designer|for|who|printer|website
whoever & invented|designed|thought & throttle|shot|shooting|strangle|hung|sacked|kill
wants|needs|need|want .. head|heads looking|examining|testing|banging
heads together|roll|up|examined
suicide mission|squad|watch|note|pact|bomber
car|cars & heart attack
scar tissue
fell|fall|falls|falling|fallen for|asleep|behind|apart|through|short|ill
fell asleep
safe and? happy|sound|well|secure
keep|keeps|keeping|kept .. us|everyone|people|patients|staff|you|all safe
raining cats
dogs|dog poo|mess|fouling|dirt|bin|waste|walker|walkers|walking|park|owners|food
dog eat dog
sick as a dog
hot dog|dogs
in the dog house
cold shoulder|call|calls|turkey|food|coffee|tea|weather
receptionist|reception|staff|doctor|he|she|they was|were|is|are|a? cold and
black|blue and white|box|friday|spot|badge|tie|sky|bin|bins|history|ice|hole|country|culture
blue badge|badges|light|lights|sky|moon
out of the blue
feeling|felt|feel|feels blue|low|down & weather|monday|mondays|rain
low light|lights|cost|staffing|income|carbon|risk|fat
crying|cry|cried with|wolf|shame|joy|happiness|relief
tears of joy|laughter
far cry
crying|cry|cries|cried out for
died|passed peacefully|aged|surrounded
"""

IDIOMS = f"{FIGURES}\n{TALKED}\n{PLAY}"
