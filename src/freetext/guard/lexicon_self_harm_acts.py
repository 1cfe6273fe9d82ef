"""What people write of what was done, tried or prepared, and what others notice; the first part is lexicon_self_harm."""

ACTS = """
# what is done
overdos* & i|he|she|me|my|him|her|took|taken|tablets|pills|mum|dad|son|daughter|wife|husband|friend|mate|paracetamol|on|again|twice|last|after|attempt|an
took|take|taken|taking|had|has|an overdose|overdoses|od|overdosed
od|ods|oded on|twice|again|last|tablets|pills|paracetamol
took|take|taken|taking|swallow|swallowed|swallowing|neck|necked|necking|downed|ate .. all|whole|too|loads|lots|handful|packet|packets|bottle|bunch|strip|box|lot|whatever|overdose|every|few|many .. pills|pill|tablets|tablet|meds|medication|paracetamol|sleeping|script|antidepressants|insulin|codeine|painkillers|mine
took|take|taken|taking|swallow|swallowed|necked .. @many .. pills|tablets|meds|medication|paracetamol|ibuprofen|painkillers|sleepers|codeine|insulin
stockpil*|hoard*|saving|saved|saves|stash*|collecting|collected|hiding|hidden|keeping|storing|counting|counted|stored|kept|buying|squirrel* .. up? .. pills|tablets|meds|medication|paracetamol|insulin|sleepers|painkillers|morphine|codeine
pills|tablets|meds|medication|paracetamol|insulin|morphine|helium|codeine & stockpil*|hoard*|saving|stash|stashed|saved|lined|counting|counted|goodbye|die
drank|drink|drunk|drinking|swallow|swallowed .. bleach|antifreeze|battery|batteries|razor|razors|poison|acid|blades|magnets|weedkiller
swallowed|swallow|swallowing|swallows .. battery|batteries|razor|blade|blades|magnets|glass|pen|screws|needle
had|have|has|having|nother|another|tried|try|trying|made|did .. go|attempt|again|it|try .. at .. it|august|twice|times|resus|icu|hospital|life|again|last
tried to? do? .. end|kill|die|hang|drown|jump|overdose|it & her|him|me|life|winter|twice|again|last|one|suicide|dying|times
wanting|wanted|want|talked .. die|end
attempt|attempts|attempted & life|suicide|overdose|survived|failed|hers|serious|previous
woke|wake|waking|woken|ended up? in|up resus|icu|itu|intensive|a|hospital & overdose|tablets|pills|go|try|tried|attempt|again|took|failed|disappointed
cutting|cuts|cut & arms|arm|wrist|wrists|legs|leg|thigh|thighs|deeper|again|razor|blade|blades|hiding|sleeves|stitches|relapsed|herself|himself|myself|since|compass|sharpener|glass|stopped|urge|urges|scared|alone|bathroom|feel
been|started|starting|starts|start|keeps|keep|am|im|back|stop|stopped|still|is|shes|hes|begun|began|gone cutting & i|he|she|shes|hes|me|my|daughter|son|again|since|year|years|deeper|self
scars|scar|scratches|cuts|burns|marks|gashes|wounds .. on|up|all|down|across .. arms|arm|wrists|wrist|thighs|legs|thigh|forearm|forearms|stomach
slit|slits|slitting|slash|slashed|slashing|cut|cuts|cutting|opened|sliced|slicing|hacked .. wrists|wrist|arms|veins|forearm|thighs|throat
razor|razors|razorblade|razorblades|blade|blades|scalpel|sharpener|compass|shards|glass & arms|arm|wrist|wrists|thigh|thighs|legs|bleed|skin|hid|hides|hidden|hiding|pocket|hurt|relief|urge|herself|himself|myself|pillow|sleeves
make|makes|making|made @self .. bleed|sick|vomit|throw|puke
sh & relapsed|relapse|scars|sleeves|clean|urges|hiding|again|my|the
relapsed & cutting|harm|sh|self|purging|blade|scars|sleeves
long sleeves & hide|hiding|hides|scars|cuts|marks|summer|heat|arms|cover|covering
pick|picks|picking|picked|scratching|scratches|scratch|claw|clawing|rips|ripping|gouging|gouges|peeling|digs .. skin|scabs|arms|wounds|face|raw|flesh
pull|pulls|pulling|pulled|tearing|tears .. hair out & skin|stitches|bald|raw|again|clumps|myself|herself|patches
head|forehead|headbutt|headbutts|headbutting|fists|fist|knuckles & bang|bangs|banging|hit|hits|hitting|smash|smashes|smashing|off|against|headbutt|headbutts|punch|punches|punching|raw|until
bang|bangs|banging|banged|smashes|smashing|hits|hitting|hit|slams|slamming|smacks|headbutts|bashing|bashes .. head|face & wall|floor|hands|himself|herself|myself|cell|bites|bruises|door|staff|off
punch|punches|punching|punched .. wall|walls|door|mirror|himself|herself|myself|face & i|he|she|me|until|knuckles|bleed|hand|daughter|son
bite|bites|biting|bit .. own? hand|hands|arm|arms|wrists|himself|herself|fingers & raw|own|bleed|bleeding|head
burn|burns|burning|burnt|burned|lighter|cigarette|cigarettes|hair|iron .. arms|arm|skin|thighs|legs|herself|himself|myself|on & lighter|cigarette|cigarettes|own|herself|himself|myself|purpose|iron
bleed|bleeds|blood & make|makes|making|until|feel|relief
starv* & myself|herself|himself|body|deserve|purpose|days|punish|hurt|i
stop|stopped|refuse|refuses|refused|refusing|gave|off|not|quit .. eating|drinking|food|fluids
deserve|deserves|deserved .. it|pain|die|hurt|this|punished|dead|be & hurt|starve|body|hate|i|cut|myself|die|ugly
something|anything|summat|owt stupid|silly|daft|drastic|bad|terrible & thinking|think|doing|do|might|gonna|going|worried|scared|frightened|will|id|before
thinking|thought|think|thoughts|feel|felt|tempted|urge|close .. doing|about|of|to doing? it|something & stupid|end|life|myself|finish
purge|purging|purges|bulimi*|anorexi* & i|me|my|daughter|son|she|he|again|alone|weight|dying|cant
if they|you|he|she|it|i|the & im|ill|id|gonna|going & canal|river|bridge|rope|cliff|sea|overdose|tablets|train|jump|die|hang|kill|dead|end|top|lake|wall
when my|her|his|the|she|he dog|cat|mum|mother|husband|wife|nan|dogs|cats .. go|goes|dies|gone|passes & tablets|pills|saving|me|follow|too|with|ill|end
follow|follow|going|go with|him|her|soon|after & dies|died|dead|grave|heaven|wife|husband
dont|wont|not .. know if .. come|coming|back|next|be|here|make & bridge|line|night|time|walked|drove|cliff|river|sea|tracks|sunday
cried|cry|crying|crys|sob|sobbing & every|all|night|nights|day|hours|sleep|bed|stop|die
id|would|could|will|be|been|wish .. dead .. if|guts|better|relief
# families in few words
hate|hates|hating my|his|her life
hate being alive|me|here
!cant|cannot|couldnt|dont .. do|take|live|go|be|bear|face|carry .. this|it|like|on|here .. anymore|longer|more
!no|cant|never .. escape|way .. out|this|it
!dont|doesnt|wont|not|nobody|noone .. matter|care & if .. me|he|she
!wont|dont|not|never .. worry|bother|deal|hear|see|trouble .. about|with|from me again|anymore|much|longer
problem|problems solved|gone|over & me|im
one less & person|mouth|problem|burden|you|worry
save|saves|spare .. everyone|them|you|family .. trouble|bother|cost|hassle
look|looks|care|take|have .. after|for|of|care .. dog|cat|kids|children|pets|budgie|mum|dad|boys|girls & gone|when|once|im|after|if
when|once|after im|ive|hes|shes .. gone|dead|gone
ill|i|im|be|hell|shell .. be? gone|dead .. soon|tomorrow|by|before|then|anyway|christmas
peace|rest|quiet|sleep .. at last|forever|finally|ever & i|want|me|just|die
sleep forever|permanently|ever
go to .. sleep & forever|not|never|dont
end|stop|finish it|everything|pain|myself|the & want|wanna|need|going|ready|how|ways|tonight|thinking|make
make it|the|this|pain all? stop|end|go
leave|leaving|leaves|left|exit|exiting|quit|depart .. world|planet|earth
pass|slip|fade|float|drift away & want|wish|quietly|just|could|sleep|rather
switch|turn|turned me|it|everything off
checking|check|checked|clock|clocking out & life|world|early|permanently
over for me|him|her
it|its|life|all over & me|im|i & want|wish|gone|soon|dead|die|done
!had|have|ive|has enough & die|end|life|living|cant|alive|goodbye|gone
give|giving|gave|given up & life|everything|nothing|die|living|myself|trying
die|dead|dying|end|point|alive|living|nobody ... notice|know|find
nobody|noone would|will|d know|find|notice|miss .. i|im|me|for|dead|weeks|gone
wrist|wrists & cut|cuts|cutting|blade|slit|bandage|bandages|scars|blood|razor|scissors|knife
razor|razors|razorblade|razorblades|noose|ligature|ligatures|ligatured|selfinjur*
blade|blades|scissors|lighter|sharps & arm|arms|leg|legs|skin|herself|himself|myself|bathroom|hidden|under|cut|room
plasters|plaster|sleeves|hoodie & arms|arm|wrists|cuts|hide|hides|hiding|blood
stitches|stitched & arms|arm|wrists|myself|himself|herself|cut|again
hurt|hurting|harm|punish @self
bridge|cliff|cliffs|ledge|rooftop|parapet|viaduct|tracks|multistorey & i|he|she|im|ive|my|mate|son|daughter|friend|brother|husband|wife|dad|mum & thinking|thought|stood|standing|stand|sat|sits|sitting|walk|walked|walking|drove|drive|jump|jumped|jumping|talked|talking|end|look|looking|go|going|went|found|climbed|over|edge|police|every
river|canal|sea|reservoir|weir|pier|dock & throw|threw|jump|jumped|walk|walked|walking|going|go|wade|under|end|pockets|stones|drown|drowned|pulled|found & i|ill|im|he|she|in|into|my|himself|myself|herself
car|exhaust|engine|hose & garage|fumes|running|pipe|tree|wall|lorry|bridge|deliberately|crash & end|myself|himself|thought|thinking|drive|drove|swerve
tablets|pills|paracetamol|insulin|sleepers|morphine|medication|meds|codeine & enough|drawer|ready|saved|counted|counting|hidden|line|lined|rows|end|all at once|swallow|overdose|die|find|found|bought|chemists|shops
plan|planned|planning|plans & die|dying|end|funeral|goodbye|tablets|rope|bridge|method|life|suicide|death|it all|kill
date & picked|chosen|die|goodbye|calendar|circled|decided
insurance & dead|worth|die|kids|policy|mortgage
worth more|less dead
dead|death|dying & wish|want|wanting|thinking|think|thoughts|better|rather|talks|talking|obsess*|googl*|peace|relief|welcome|ready|soon|easier|beg|begs|begging|prays|pray|hope|hoping
die & let|want|please|wish|pray|beg|begging|begs|asks|asking|asked|told|says|said|just|rather|ready|going|alone|hoping|leave|sleep
!not|dont|doesnt|isnt|wont|stopped|refuses|refusing .. eating|drinking|eat|drink & die|dying|purpose|give|given|point|live|gone|world|hungry|punish*|fat|weight|bones|control
sick|vomit|throw|throwing .. up|myself|herself|himself & fat|weight|every|meal|secret|meals|food|toilet
laxatives|calories & days|secret|passing|faint|hospital|bones|weight|obsess*
bald|hair|skin|scabs|nails & pulling|picking|tearing|ripping|until|bleed|bleeds|raw|stitches|stress
pulling|pull|picking|tearing .. hair|skin|scabs .. out|until|till|raw & picking|skin|stitches|bald|bleeds
suicidal|overdose|selfharm|ligature|hanged|hung & himself|herself|myself|friend|brother|sister|mate|dad|mum|son|daughter|cellmate|patient|resident|colleague|partner|neighbour|student|pupil
cell|cellmate|padmate|wing & ligature|rope|sheets|sheet|cut|cutting|blood|hang|die|end|goodbye|acct|razor|blade|cries|eat
lost .. will|reason|hope & live|me|i|him|her|anymore|life
empty|numb|invisible|useless|failure|waste & die|end|life|anymore|point|living|world|gone|space & i|im|ive
waste of oxygen|air|skin|life
failure|useless|worthless|pathetic & im|life|everyone|dead|die|hate
# ends, exits, farewells
ends|end|finish|finishes|over .. tonight|tomorrow|friday|monday|now & it|life|me|my|this|all & i|im|ill|me|my|he|she
goodnight|goodbye|farewell|bye|thanks & everyone|all|everybody|world & last|sorry|love|gone|over|cant|end|post|posted|message|text|texted|wrote
exit|escape .. plan|strategy|out & life|me|die|dead|only|easy|planned
easy|only|quick|quickest way|answer|option .. out|left
easier|simpler|kinder|better .. to|if .. die|dead|gone|wake|end|here|born|asleep
meet|meeting .. maker
six feet under
under|in|into the? ground|grave|box|coffin & want|wish|rather|soon|better|put|me|ready|ill
box|coffin|grave|hearse|mortuary|morgue & leave|leaving|out|next|only|ill|me|carried|end|want|early
scared|afraid|frightened|worried|terrified|dont|not .. what .. ill|he|hell|she|shell .. do|doing|might
scared|afraid|frightened .. of|by .. @self|own
scared|frightened|worried|afraid|terrified & hell|shell|he|she|might|ill & himself|herself|myself
means|everything|stuff|kit|what to do|need|ready & it|got|have|bought & die|end|life|rope|pills|goodbye|note|soon
promise|guarantee .. be|here|safe|alive
!cant|wont|not|couldnt promise|guarantee|say .. here|safe|alive|around
head|brain|voice|voices|something|it tells|telling|says|saying|keeps .. do|me|to|jump|end|kill|cut
head in the? oven|noose
urge|urges|impulse|impulses|compulsion & jump|cut|hurt|self|swerve|overdose|end|step|drive|burn|harm|die
wall|lorry|tree|reservation|barrier|bridge|oncoming|cliff|river & thought|thinking|nearly|wanted|tempted|urge|straight
lie|lay|lying|laid|sit|sat|kneel .. on .. tracks|track|road|line|motorway|rails
swim|swum|walk|wade .. out|into .. sea|far|keep|back
stopped|stop|refuse|refusing|refuses|not|quit|skipping|off .. insulin|meds|medication|tablets|treatment|dialysis|chemo|eating & point|die|purpose|care|end|anymore|why|live|enough|bother
turned|turns .. face to the? wall
turned|turn his|her|my|their face & wall
wants|want|wanted|wish|wishes|longs|ready to? be with .. dad|mum|husband|wife|him|her|son|daughter|gran|nan|grandad|god|late|baby
tops|topped|topping|hanged|hung|gassed himself|herself|themselves
next|follow|same|too & topped|hanged|hung|suicide|jumped|overdose|killed & im|ill|me|i|he|she|scared|worried|thinking
taking|took|take|takes|swallow|swallowing|necked|neck|downed|down .. the lot|whole|everything
straighteners|lighter|cigarette|cigarettes|matches|candle|kettle|iron|hob & arms|arm|legs|skin|thighs|herself|himself|myself|stomach|burns|burning|own
scratch|scratches|scratching|digs|digging|stabs|stabbing|jabbing|jabs|gouging|slicing|slices|carving|carved|carves & arm|arms|leg|legs|skin|wrist|wrists|thigh|thighs|herself|himself|myself & bleed|bleeds|until|pen|compass|scissors|blade|nails|glass|words|raw|blood|again|pin
cuts|cutting|scars|marks|burns|plasters|bandages & up|down|inside|all|both|on .. arm|arms|wrist|wrists|thighs|legs|forearm|forearms
drinking|drink|drinks|drank & myself|himself|herself|to death|die|death|grave|oblivion
drink|drinking|drank|starve|starving|work|smoke @self to? death|grave|oblivion
dont|not|wont|never .. expect|plan|planning|intend|bother|bothering ... to? .. see|be|live|reach|make|waking|wake & i|im|christmas|thirty|birthday|next|morning|year|spring|he|she
!no|not|never|dont|cant .. see|imagine|picture|have .. future|tomorrow
nobody|noone|none .. keep|keeping|stop|stopping|stay .. me|him|her|here|going
only thing|reason|one .. keeping|keeps|stopping|stops me|him|her
only|just here|alive|still|living|going .. for|because .. dog|cat|kids|mum|dad|children|daughter|son|him|her
alive|existing|breathing & dont|not|wish|hate|tired|barely|why|shouldnt|wasnt|sorry|sick
dont|doesnt|cant|wont|not .. want|see|face|bear|stand .. day|tomorrow|morning|wake|life|another|months|winter
another day|morning|night|week|winter|christmas & cant|dont|not|face|bear|want|through|without
better place|world|side & without|me|go|gone|wife|husband|soon|him|want
gone|dead|away .. by|before .. christmas|weekend|morning|friday|easter|then|summer|spring|time
find|finds|found|finding me|us|him|her & kids|wife|husband|mum|dad|cleaner|police|hanging|dead|dont|morning|want|who|sorry|note|daughter|son|walked|shed|garage|bath|loft
hate|ashamed|disgusting|disgusted|ugly|worthless & myself|punish|cut|starve|hurt|deserve|die|burn
everyone|world|they|family|you|kids|wife|husband|he|she ... better|happier|relieved|glad .. if|when|without|off|once .. i|im|me|dead|gone
drop|dump|millstone|drain|liability & family|them|kids|dead|gone|better|off & i|im|me
!dont|doesnt|didnt|no|cant|never .. see|know|think|want|get why|point|reason|how .. i|im|bother|carry|go|keep .. anymore|living|alive|going|on|bothering
suffering|misery|torture & end|over|stop|please|die|enough|release|free|out
release|free|freedom|relief|peace & death|die|dying|pills|cutting|blade|end|dead|funeral|gone
googled|searched|forum|forums|website|websites|youtube & painless|ways|methods|dose|lethal|die|suicide|hang|overdose|knot|knots|quickest|kill
knot|knots & tie|tying|learn|learnt|practise|practising|rope|neck
# what others notice
found|find|finds|seen|saw|noticed|caught|walked & blood|bloody|blades|blade|razor|tissues|cuts|rope|note|notes|letter|pills|tablets|bottle|noose|searches|sharps|plasters & daughter|son|wife|husband|mum|dad|partner|her|his|him|he|she|boyfriend|girlfriend|brother|sister|friend|flatmate|tenant|resident|pupil|student|cellmate|colleague|mate
dying|die|death|heaven|dead|jumping|rope|pills|bridge|goodbye & he|she|hes|shes|him|her|son|daughter|wife|husband|mum|dad|friend|mate|brother|sister|colleague|neighbour|resident|tenant|pupil|student|cellmate|patient|lad|nan|gran|grandad
wants|want|prays|begs|asks|hopes|ready .. die|gone|end|sleep|death|taken|go & heaven|god|lord|wife|husband|lived|enough|pills|injection|dignitas|switzerland
dignitas|euthanasia & i|me|mum|dad|he|she|want|booked|wish|afford
switzerland & die|end|dignified|one way|needle|clinic
acct|constant watch|watch|obs|observation
suicide watch
on .. edge|ledge|bridge|roof|balcony & she|he|friend|son|daughter|mate|boyfriend|girlfriend|husband|wife
bedroom|room|weeks|days|eating|bed & die|cut|cuts|point|alive|hate|goodbye|scared
crisis|samaritans|shout & tonight|again|hung|engaged|rang|called|phoned|told & die|kill|end|life|suicid*|bridge|pills|cut
crisis team|line & bath|tea|cup|walk|discharged|hung|wouldnt
cup|mug|bath|walk & tea|crisis|distraction & told|suicid*|die|kill|crisis|rang
risk & low|high|self|himself|herself & suicid*|notes|attempt|crisis|cut|overdose|harm
universal|pip|dwp|esa|benefit|benefits|sanction|sanctioned|bailiffs|eviction|evicted|debt|debts|arrears|redundancy|redundant|sacked|divorce|custody & die|kill|end|rope|bridge|jump|pills|tablets|overdose|goodbye|dead|suicid*|canal|river|gun|living|worth|alive|cope
lost .. job|house|farm|home|wife|husband|kids|business|everything|baby & die|end|rope|gun|pills|goodbye|living|point|alive|anymore|nothing|worth|bridge
gambling|drinking|drink|drugs|using & die|dead|end|kill|myself|goodbye|point & i|me|my|im
postnatal|baby|newborn|birth|pregnant & die|dead|gone|leave|leaving|kill|better|bridge|jump|cliff & i|me|im|mum|myself|wife|she
exam|exams|uni|halls|dissertation|resit|tutor|course|loan & die|dead|kill|jump|bridge|end|cut|cutting|pills|overdose|alive|goodbye|point|living|roof
# roundabout
!dont|wont|not|no .. need|needing|want|use .. appointment|letter|review|next|it|anything & gone|longer|dead|after|by then|wont
one way ticket
pushing up daisies
not|wont be? long for this|world
tidied|cleaned|sorted|cancelled|deleted|paid|packed|closed|passwords & nobody|everything|flat|accounts|goodbye|ready|gone & gone|dead|goodbye|after|wont|mess
engine|exhaust|flex|beam|kettle|belt|hook|rail & looking|look|stare|staring|sat|keep|thinking|strong|hold|running & i|im|my|me
water|river|train|trains|drop|edge|knives|tablets|balcony & inviting|tempting|calling|pulls|looks|staring|stare|calls & i|im|me|my
seatbelt|road|crossing|lights|fast|bends|corners & purpose|deliberately|bother|look|care|anymore|hoping|chance & i|im|my|he|she
hope|hoping|hoped|wish .. cancer|tumour|heart|biopsy|plane|crash|stroke|covid|scan & bad|back|takes|kills|me|fatal|spread|finish|gets
elastic|band|rubber|ice|snap|snapping|pinging & wrist|skin|urge|urges
insert|inserting|inserts|inserted|ingest|ingests|ingesting & objects|pens|batteries|blades|herself|himself|things|wounds|screws
hits|hitting|punches|punching|slaps|slapping|bites|biting|scratches|scratching & face|head|raw|blood|bruises|when|every|staff|until|distressed|nobody|stop
head|fist|fists & wall|floor|door|mirror|bars|desk & bang|bangs|banging|punch|punches|punching|butt|butts|smashing|hit|hits|hitting|crack
top|roof|level|floor of the? multi|car|block|flats|building|tower|university|library & i|he|she|stood|went|jump|over|edge|thinking|night
multi storey|story & i|he|she|stood|went|jump|over|edge|thinking|top|roof|night
dont|doesnt|didnt .. love|see|care|mind|bother .. whether|if .. i|he|she
lived long|enough enough|now
outstayed|overstayed my|his|her welcome & world|life|here
live|living|lived .. lie|hell|nightmare|torture & end|die|over|cant|out
nobody|noone .. come|came|care|cares|cared|help|helps|listens & die|kill|end|myself|suicid*|alone|cut|overdose|cant
pray|prays|praying|beg|ask|asking .. god|lord|god|allah|jesus .. take|let|end|me|die
im|hes|shes done|finished|over|broken
drink|drinking|drank & forget|oblivion|die|numb|wake|blackout|pass & i|im|me|my & alone|end|die|point|never|dont
not|never safe .. left|leave|alone|tonight|myself|himself|herself|own|discharge|home|release
gonna|going|will|might|could|about to? do|try it|something again|tonight|soon|properly|stupid
third|second|fourth|another|last|previous|failed|recent overdose
attempts|attempt .. on|his|her|my .. life
"""
