"""What people write who were attacked or threatened, who saw it, or who say that they will do it."""

from freetext.guard.lexicon_violence_threats import THREATS

PLAIN = """
@hit .. me|us|him|her|them|someone|somebody|@kin
@hit my|his|her|our|their|the .. @body
hitting|punching|kicking|biting|slapping|attacking|assaulting|stabbing|choking|strangling|punched|kicked|stabbed|slapped|headbutted|assaulted|attacked|bitten & staff|nurse|nurses|colleague|colleagues|teacher|teachers|me|patient|resident|driver|pupil|prisoner|officer|worker|workers
was|were|got|get|gets|getting|been|being|be|is|are|am .. punched|kicked|slapped|stabbed|hit|attacked|assaulted|beaten|battered|bitten|strangled|choked|headbutted|glassed|mugged|jumped|robbed|shot|knifed|slashed|bottled|shoved|grabbed|dragged|thumped|whacked|bashed|stamped|floored|decked|spat|beat|kidnapped|abducted|tortured|burned|burnt|torched|firebombed|ambushed|cornered|chased|threatened|murdered|killed & @anyone|@me|@body|by|on|in|at
punched|kicked|stabbed|slapped|beaten|bitten|strangled|headbutted|mugged|jumped|assaulted|attacked|glassed|knifed|battered|choked|robbed|floored|thumped & by|at|on|in|off|outside & patient|patients|resident|man|men|lads|youths|gang|relative|visitor|passenger|customer|pupil|student|prisoner|neighbour|teenagers|stranger|work|bus|stairwell|lift|street|park|school|way|he|she|someone|night|shift|colleague|boyfriend|towpath|twice
swung|swing|swings|lunged|lunges|lunging|launched|squared|squaring|lashed|lashing|lashes|flew .. for|at|out|up .. me|us|him|her|staff|them|ear|face|nurse|colleague
went|goes|came|comes|coming|go for|at me|us|him|her|staff|them
lashing|lashed|lashes|lash out
assault|assaults & on|by|my|me|after|during|staff|i|serious|physical|violent|knife|acid|dog|he|she|reported
attack|attacks on|by me|us|my|him|her|staff|nurses|colleague|our
knife|acid|violent|unprovoked|racist|hammer|vicious|brutal attack|attacks|attacked & me|my|him|her|us|on|i|son|he|staff|street|outside|again
attacked|assaulted|stabbed|mugged & @soul|us|staff|outside|by|patient|patients|nurse|driver|teacher|street|someone
glassed|knifed|headbutted|firebombed|gunpoint|knifepoint
gave|give|giving|given|took|got|get|getting|want .. hiding|kicking|beating|pasting|hammering|leathering|battering|thumping & @me|@anyone|@who
kicking|hiding|pasting|battering & gave|took|got|brother|him|me|lad|half|van|officers|police|hospital|ribs|her|us
beating & gave|took|got|lad|half|van|officers|police|hospital|ribs|brother
fight|fights|fighting|scrap|brawl|punch & broke|broken|fractured|hospital|knife|blood|skull|lads|pupils|prisoners|wing|landing|injured|hurt|out|police|residents|patients|unconscious|every|stitches|staff|between|teeth|ward|jaw
punch|fist up|ups|fight|fights
threat|threats|threaten|threatens|threatened|threatening & @me|@anyone|@who|kill|violence|knife|death|legs|life|staff|physical|hurt|find|burn|neighbour|manager|abusive|verbal
death|bomb|arson|acid|rape|violent|physical|credible|racist threat|threats|threatened
@weapon & me|my|threat*|threatened|carries|carry|carrying|carried|pulled|pulls|pull|held|holding|hold|got|had|has|with|bringing|brings|showed|shown|throat|neck|face|found|hidden|hides|bag|pocket|him|wielding|waving|waved|stabbed|shoved|pointed|produced|attacked|school|sofa|mattress|came|come|under|pillow|fired|threw|thrown|swung|chased|smashed|wall
knife|knives|machete|blade|gun|zombie|shotgun|pistol|sword|axe|hammer|bat|bats|weapon|weapons|hatchet|shank|shiv|crossbow & school|lad|lads|pupil|pupils|year|college|patient|resident|neighbour|prisoner|cell|wing|bed|bag|carry|carries|carrying|son|kid|kids|boy|gang|youths|men|man|bloke|customer|boyfriend|husband|ex|partner|he
chase|chased|chases|chasing|came|come|went|ran|running & knife|machete|bat|bats|hammer|axe|sword|weapons|blade|mob|handed
chased|chases|chase|chasing me|us|him|her|the|my|them
held|hold|holding .. knife|gun|blade|needle|scissors|syringe|neck|throat|against|hostage|down|gunpoint|point & me|my|to|us|her|him|throat|neck
gunpoint|knifepoint
shank|shiv|shanked|chibbed|shived|jugged|kettled|pad & me|him|lad|wing|landing|cell|inmate|prisoner|he|mate
boiling|kettle|hot|scalding|sugar water|coffee|tea|oil|kettle|sugar & threw|thrown|chucked|lobbed|poured|over|face|him|me|jugged|on
threw|thrown|throws|throwing|chucked|chucks|lobbed|hurled|flung|launched|pelted|pelting & at|through|over|into|across|on & me|us|him|her|my|head|staff|face|window|windows|them|stones|chair|chairs|scissors|bottle|bottles|brick|bricks|acid|eggs|fireworks|firework|coffee|kettle|urine|faeces|instrument|bus|crew|paramedics|theatre|chest|bin|desk|table
brick|bricks|petrol|firework|fireworks|excrement|faeces|petrolbomb|stone|stones|acid|eggs & window|windows|letterbox|door|through|car|house|note|thrown|threw
fire|petrol|fuel|lighter|torched|arson|alight|burn|burned|burnt|torch|burning & door|step|car|house|shed|threat*|set|poured|letterbox|home|bin|threatened|us|out|flat|deliberately|tried & he|they|someone|my|our|them|me|neighbour|gang
set .. fire|alight|light .. my|to|our|his|her|the|me|him
tyres|windows|window|windscreen|car|door|van|house|shop & slashed|smashed|kicked|keyed|bricked|torched|trashed|booted|shot|battered & my|our|me|us|note|neighbour|threat*|because|reported|ex|police|again|they|he|next|lads
kicked|kicking|booted|smashed|battered|broke|bust|forced|hammering|hammered|banging .. my|our|the|her|his|front|back .. door|doors|windows|window & @me|@who|off|in|down|debt|money|owe|neighbour|ex
broke|broken|breaking|break|burst|forced .. into|in & house|home|flat|tied|knife|ransacked|masked|burglars|men|robbed|asleep|beat
burgl*|robbed|mugged|carjack*|raided & tied|knife|hurt|scared|again|gunpoint|me|my|i|us|terrified|masked
murder|murdered|murdering|killing|kill|kills|killed|stab|shoot|knife|strangle|hurt|batter|smash|bury|burn|harm|slit & gonna|going|will|want|wants|threat*|threatened|threatens|threatening|said|says|promise|swear|ill|hell|if|planning|told & me|him|her|them|us|you|someone|somebody|throat|throats|neighbour|staff|kids|assessor|manager|wife|husband|family|lot|boss
kill|kills|killed|killing|murder|murders|murdered|stab|shoot|strangle|slit .. me|him|her|them|us|you|someone|somebody|@kin|wife|neighbour|boss|throat
kill|murder|hurt|stab|shoot|harm|batter & someone|somebody|people|others|everybody|everyone & i|im|ill|he|she|hes|shes|they|him|going|gonna|want|wants|will|might|could|someone
knock|break|smash|kick|punch|slit|cut|cave|snap|rip|bash|take|blow .. teeth|legs|jaw|throat|throats|head|face|skull|neck|nose|arms|fingers|kneecaps|heads|knees|brains|door & will|ill|gonna|going|said|threat*|hell|him|his|he|them|would|want|my|says|if|promise|they
slit .. throat|throats
swing for|time for
do|doing|did time for|inside
pushed|push|pushing me|him|us too far|far|over|to
know|knows|knew|known|knowing|found|follow|followed|find where .. live|lives|kids|school|works|work|i|he
thinking|think|imagine|fantasi*|dream|want|like|would|plan|planning|planned & do|doing|hurt|hurting|kill|killing|smash|smashing|burn|burning|stabbing & to him|them|her|man|boss|manager|you|neighbour|lot
what i|id want|wanna|like|would|will to? do to
bought|got|have|ive .. what i need & him|them|her|you|do|tonight|ready|night
bought|got|ready & petrol|knife|hammer|acid|gun|machete & him|them|her|ill|you|what|going|boss
youll|they|theyll|hell|you|he|shell will|ll|gonna|going? .. regret|pay|suffer|bleed|burn & threat*|warning|warned|blood|swear|promise|day
take the law|matters into my|our own hands
wont be responsible
responsible for my|what actions|i|happens
someone|somebody|people|one|he|she|they|staff|it .. gonna|going|will|gets|get|is|takes .. killed|hurt|stabbed|murdered
before|until|till|takes .. someone|somebody|one|anyone .. killed|hurt|stabbed|dies|murdered
dead man|woman|meat|men
im|your|youre|shes|hes|were|be|was|am|a|ur dead & said|told|threat*|wrote|written|says|note|text|if|out|walking|told|he|they|letter|woman|man
youre|ur|shes|hes next
note|letter|text|message|messages|voicemail|graffiti|sprayed|wrote & die|kill|dead|burn|threat*|bullet|rape|grass|threatening
your|youre|ur next & note|said|brick|threat*|saying|told|shouted|window|text|he
bullet|bullets & post|envelope|door|threat*|shot|window|head|car
marked|card was|man|marked
marked man|woman
grass|snitch|grassing|nonce|debt|owe|owed|bounty & wing|landing|beat|kill|threat*|stab|money|cell|mob|scared|round|come|batter|move|jumped|attacked|sugar|protection|smash
come|came|comes|coming|turned|turns|show|showed round|up|back .. mob|handed|wanting|money|bat|bats|knife|threat* & me|my|i|door|us|he|they|owe
mob handed
ex|released|release|bail|licence|prison|jail & out|released|weeks|bail|gets|parole & kill|dead|come|find|threat*|scared|hurt|get|finish|written|terrified|frightened|know|knows|after
he|hes|she|they .. out & kill|dead|threat*|scared|terrified|hurt|find|knife & me|us|im|we
scared|afraid|frightened|terrified|petrified|fear|unsafe|fearful & attacked|attacks|hit|neighbour|gang|gangs|knife|knives|violent|violence|kill|threat*|fight|stab|stabs|stabbed|stabbing|stalk*|prisoner|inmate|cellmate|hurt|aggressive|lads|resident|racist|postcode|machete
violent|violence|aggression & patient|patients|resident|neighbour|neighbours|partner|pupil|pupils|son|husband|ex|prisoner|man|customer|customers|relative|visitors|towards|against|me|us|he|him|home|colleague & very|becomes|became|turned|home|increasingly|again|me|us|my|daily|i|him|her|been|hes|is|gets|keeps
grabbed|grabs|grab|grabbing|gripped|seized|seize|snatched|dragged|pinned|pins|slammed|slams|shoved|thrown|barged|rammed|flung|hurled|floored|cornered|trapped|wrestled & me|my|us|her|him & arm|arms|throat|neck|hair|wall|floor|ground|tie|collar|behind|stairs|window|wheelchair|bus|road|door|corner|lift|face|breast|wrist|bruises|against|hard|desk|shoulder|scruff|shirt|lanyard|turban|hijab|glass|path
got|had|took|take|get|caught hold of .. my|me|her|him|tie|hair|arm|throat|collar
had|got|held|has me|her|him|us .. by|throat|neck|against|wall .. throat|neck|hair|wall|scruff|collar|throats
pushed|threw|put|knocked|pushes|throws me|her|him|us .. over|onto|down|to|into|against|on|through .. floor|ground|wall|stairs|door|road|window|desk|tarmac|pavement|glass
dragged .. out|from|off|along|down|by & wheelchair|hair|car|bed|van|floor|arm|feet|street|cell|me|her|him|my
pinned .. me|her|him|us|down|against|wall
choke|choked|choking|chokes|strangle|strangled|strangling|throttled|throat & me|him|her|us|with|grabbed|hands|tie|round|around|lanyard|customer|patient|he|she|passed|until|tried
hands|hand|arm round|around .. throat|neck
pulled|pull|pulls|yanked|ripped|tore|torn .. my|her|his|out|off .. hair|hijab|turban|headscarf|veil|scarf|earrings|clothes|uniform
run|ran|running|drove|drive|driven|mow|mowed|rammed|ram .. me|us|him|her|them|over|down|at|off|into & deliberate*|purpose|tried|try|threat*|angry|crossing
try|tried|trying|tries .. to .. run|kill|stab|strangle|hurt|push|drown|hit|smash|attack|set|rape|burn|bite|punch|choke|knock|throw|drag|grab|suffocate|poison .. @me|me|him|her|us|them|my|someone|over|wife|neighbour
pushed|shoved|push|thrown|threw|shove & front|platform|under|stairs|bus|train|window|door|glass|balcony|road|floor|ground|canal|river|traffic|wall & me|him|her|i|my|us|deliberately
set .. dog|dogs .. on
dog|dogs & attacked|bit|mauled|bitten|savaged|pitbull|bully|threat*|lunged|snapping & me|us|my|him|her|owner|postie|neighbour|on|crew
fired|fires|firing|shot|shooting|aimed|aiming .. at|gun|rifle|pellet|pellets|bb|catapult & me|him|my|window|windows|cat|us|her|house|ambulance|crew
cracked|broke|broken|fractured|dislocated|busted|shattered|split|lost|smashed|chipped|knocked|snapped .. my|his|her|a|of|with .. nose|jaw|wrist|ribs|rib|tooth|teeth|cheekbone|arm|skull|eye|finger|leg|lip|collarbone|head|face|nose & patient|punch*|kick*|attack*|assault*|man|lads|resident|customer|neighbour|prisoner|pupil|officers|fight|dementia|boyfriend|passenger|lashing
ribs|nose|jaw|cheekbone|skull|socket|eye & cracked|broken|fractured|broke|smashed|bust & patient|attack*|officers|van|kick*|punch*|fight|another|resident|he|him|them|lads
half to? death|killed|dead|senseless|inch|unconscious & beat|battered|beaten|scared|kicked|strangled|punched|choked
within an inch
beat|beaten|battered|beating|battering|kicked .. up|unconscious|senseless|pulp|black|death|half
knocked .. unconscious|senseless|out|sparko
off|left|still|was .. sick|work|unpaid|hospital & attacked|assaulted|punched|stabbed|beaten|wrist|kicked|bats|bitten
spat|spit|spitting|spits .. at|in|on & me|us|staff|face|driver|nurse|eyes|him|her|crew|my
urine|faeces|excrement|potting|potted|piss|shit & threw|thrown|over|chucked|bottle|me|officer|cell|staff
stamped|stamping|stamp|kicked|jumped|kicking .. on .. head|face|him|her|my|me
jumped|followed|chased|surrounded|cornered|ambushed|approached|attacked|beaten|robbed|mugged|threatened|grabbed|intimidated & me|us|my|him|her|i & lads|youths|gang|men|teenagers|kids|thugs|man|masked|bike|bikes|knife|racist|night|park|alley|car|hooded|balaclava*|someone|strangers|path|underpass
five|three|four|six|two|ten|gang on one|him|me
followed me|us|her|him home|into|off|down|to|from|back|through|out|in
racist|homophobic|transphobic|islamophobic|antisemitic|racial|hate|sectarian & attack*|attacked|assault*|abuse|thugs|crime|spat|hit|threat*|followed|punched|graffiti|neighbour|neighbours|shouted|shouting|screamed|called|beaten|kicked
hate crime|crimes
gang|gangs|county|postcode|machetes|mob|thugs & son|lad|scared|knife|knives|stab|stabs|stabbed|stabbing|threat*|war|wars|attack*|chased|beat|carries|street|estate|outside|terror*|running|shoot*|fight*|boy|wants
stabbing|stabbings|shootings|murder|murdered & outside|street|estate|saw|witnessed|son|friend|door|week|two|road|threatened|neighbour
knock|knocked|knocks|punch|lay|laid .. out|teeth|spark|cold|unconscious|sparko & him|me|her|will|he|someone|assessor|my
laid|lay|laying|lays|put|puts .. finger|hand|hands .. on .. me|him|her|us|staff
laying|laid|lays|layed into .. me|him|her|boy|kid|wife|them|dog
smash|smashed|smashes|smashing|trash|trashed|wreck|wrecked|punches|kicks|kicked|punched & up|house|flat|room|home|ward|office|door|doors|walls|windows|tv|furniture|place & he|she|son|partner|husband|ex|patient|neighbour|resident|boyfriend|drunk|temper|angry|lads
urge|urges|voices|scared|might|could|worried|afraid|thoughts|going & hurt|kill|stab|harm|attack|snap|hit & someone|somebody|him|her|others|them|people|anyone|wife|family|kids
snap|flip|explode & hurt|kill|hit|smack|someone & i|im|ill|might|will|he
lose it & hurt|kill|hit|smack|someone
lose it|control .. with|and & hurt|someone|him|her|hit|kill|them
pay for this|what|it & will|they|you|he|burn|blood
burn|blow|smash|shoot .. down|up|place|office|building & i|ill|will|want|gonna|going|should|id|feel
bring|brought|carry|carries|carrying|takes|bringing|showed|shows|taken .. knife|blade|machete|gun|weapon|weapons|knives|acid|screwdriver|hammer
keeps|sleeps|sleep|keep|kept .. knife|bat|hammer|axe|gun|machete|sword|weapon & bed|pillow|under|door|by|beside
scald|burn|burns|stitches|bruises|bruised|concussion|concussed|fracture|fractured|scalded|stitched & attack*|pupil|thrown|threw|punched|kicked|assault*|customer|purpose|grabbed|bit|hit|him|student|resident|lobbed|colleague|shoved|pushed|supervisor|manager
hostage|kidnap|kidnapped|abducted|tortured|torture|bundled & me|him|her|son|us|car|van|gang|cellar|hours|staff|debt|boot
bonnet|car|road|way|door|room|corner & blocked|stop|couldnt|wouldnt|stood|sat|trapped & leave|let|get|aggressive|threat*|man|him|fella|angry|drove|patient
drunk|drunks|drink|drugs|pissed & violent|hit|hits|lashing|lash|fight|fights|fighting|punch|smash|smashes|aggressive|attack*|swing|threat*|tooth|scared|kick*|spit*|abusive
torched|firebombed|petrolbombed|arson|arsonist
# families in few words
knife|knives|machete|machetes|shotgun|pistol|firearm|firearms|crossbow|sword|swords|hatchet|knuckleduster|zombie|shank|shiv & @me|@who|@anyone|school|street|bag
gun|guns|axe|hammer|blade|bat|crowbar|acid|petrol|screwdriver & me|threat*|him|her|us|he|man|neighbour|son|lad|pulled|face|door|car|chased|swung|waved|carries|carry|head|throat
spat|spit|headbutted|punched|kicked|slapped|stabbed|strangled|bitten|beaten|assaulted|attacked|mugged|robbed|chased|shoved|battered|glassed|choked|jumped|knifed|slashed|shot|stamped|scratched|thumped|whacked|dragged|grabbed & i|me|my|we|us|him|her|son|daughter|staff|colleague|colleagues|nurse|driver|husband|wife|friend|mate|brother|lad|resident|patient|neighbour|he|she|they|someone|dad|mum
threw|thrown|throws|throwing|lobbed|hurled|chucked|flung & at|me|us|my|him|her|staff & chair|chairs|bottle|bottles|brick|stone|stones|rocks|table|plate|plates|knife|glass|coffee|tea|water|urine|bin|bag|desk|phone|firework|fireworks|eggs|hammer|punch|punches|drink|boiling|kettle|scissors|book|books|can|cans|tools|box|tray|keys|laptop|acid|objects
punch|punches|kick|kicks|slap|headbutt|bite|bites|spit|spits|scratch|scratches|stab|choke|strangle & me|us|staff|him|her|them|people|wife|kids|colleague|colleagues|nurses|carers|teachers|drivers|other
kill|murder|stab|shoot|hurt|batter|slit & him|her|them|you|someone|somebody|me|us|family|boss|manager|neighbour|lot|everyone|people|ex|wife|husband|kids|dog
get|getting|come|coming|comes for|you & kill|hurt|knife|revenge|dead|regret|threat*|burn
watch|watching your|my|his|her back|step
revenge|retribution|vengeance
get my|his|their own back|revenge
threat|threats|threatened|threatening|threatens|intimidated|intimidating|intimidation|menacing & neighbour|neighbours|gang|gangs|man|men|lads|youths|customer|customers|patient|patients|relative|relatives|resident|residents|pupil|pupils|parent|parents|landlord|dealer|dealers|ex|prisoner|prisoners|colleague|driver|passenger|family|life|knife|kill|hurt|violence|burn|me|us|my|staff|he|she|they
fight|fights|fighting|fought|brawl|scuffle|punchup & hospital|blood|knife|broke|broken|police|injured|hurt|unconscious|stitches|staff|pupils|lads|prisoners|patients|residents|kids|street|drunk|scared|every|weapon|outside|night|nose|teeth
blood|bleeding|stitches|concussion|fracture|fractured|broken|broke|unconscious|bruised|bruises & punch*|kick*|attack*|assault*|hit|hits|beat*|fight|fighting|stab|stabs|stabbed|stabbing|jumped|mugged|slap*|push*|shoved|threw|thrown|pupil|gang|lads|bottle|knife|prisoner
broke|broken|fractured|cracked|knocked|smashed|bust|busted|split|chipped|dislocated .. my|his|her .. nose|jaw|tooth|teeth|ribs|rib|wrist|arm|lip|cheekbone|eye|skull|finger|fingers|collarbone|shoulder
unsafe|scared|frightened|terrified|afraid & gangs|gang|knife|neighbour|neighbours|attacked|hit|lads|youths|fight*|aggress*|violent|violence|shout*|dealers|weapons|dogs
aggressive|violent|volatile|abusive & neighbour|neighbours|patients|relative|relatives|customer|customers|passenger|passengers|pupil|pupils|student|husband|partner|ex|son|man|men|drunk|tenant|resident|residents|visitor|visitors|prisoner|client|clients|parent|parents & towards|daily|every|me|us|my|him|her|very|becomes|became|gets|got|getting|home|again|i|turned|staff|being|after|when
ran|run|runs|running|drove|drive|reversed|swerved .. at|over|into me|us|him|her|my|the & car|van|bike|moped|deliberate*|purpose|angry|tried
cornered|surrounded|chased|ambushed|kidnapped|abducted|bundled|hostage & me|us|him|her|my|i|son|daughter|staff
window|windows|door|car|tyres|house|shed|fence & smashed|bricked|torched|burned|burnt|slashed|kicked|booted|shot|petrol|fire|keyed|bullet|excrement & my|our|neighbour|they|he|because|us|threat*|again|note|ex|me|his|lads|kids
fire|petrol|arson|torch|firework|fireworks|lighter & letterbox|door|house|home|car|threat*|set|step|poured|flat|shed & my|our|us|me|he|they|neighbour|someone
dog & set|attacked|bit|bitten|mauled|attack & me|my|him|her|us|on|owner|son|daughter|staff
debt|owe|owes|owed & beat|kill|hurt|threat*|knife|family|wing|door|legs|window|smash|money|round|come|scared|dealer|lender|shark|landing
legs|kneecaps|fingers|arms|neck|jaw & break|breaking|broken|smash|snap|broke & threat*|said|will|ill|going|told|hell|theyll|he|they|him|his
stabbing|shooting|murder|killed & street|estate|outside|son|friend|neighbour|witness|witnessed|scared|brother & i|we|my|saw|heard|again|night|outside|door
hurt|hurting|hit|kill|attack & afraid|scared|worried|might|could|going|urge|voices|thoughts|will|want|feel|cant .. stop|control & someone|somebody|him|her|them|people|kids|wife|others|staff|baby|mum|anyone
# more families
headlock|chokehold|garrotted|waterboarded|petrolbombed|doused|maimed|pistolwhipped|bludgeoned|gouged|pummelled|clobbered|walloped|lamped|chinned|decked|glassed|bottled & me|him|her|us|my|i|someone|staff
set|sets|laid|laying|piled|pile|weighed|tore|ripped|lit about|into|in me|him|her|us|them
put|puts|putting|landed me|him|her|us|them|up in|into|inside? hospital|casualty|resus|intensive|ground|coma & he|she|they|punch*|kick*|attack*|beat*|ill|will|gonna|patient|fight|gang
i|ill|id|gonna|going .. put|bury|drop|finish|end|smash|batter|break|hunt|gut|cut|bash|deck|lamp|floor|burn|torch him|her|them|you|his|someone
hell|shell|theyll|youll|someone|somebody|they .. end|leave|leaving|finish|wake|be .. hospital|morgue|box|coffin|ground|dead|killed
going|gonna|will|bound be|to .. death|murder|killing|bloodshed|stabbing|killed|stabbed & someone|before|here|he|street|soon|next
bat|knife|hammer|pole|bar|machete|blade|axe|wrench|spanner|brick & ready|door|bed|car|waiting|pocket|sleep|behind|carry|bag|boot & me|i|my|him|if|hes|neighbour
needle|syringe|needles & stabbed|jabbed|threat*|stuck|held|pricked|attack*|me|at & threatened|threat|me|him|patient|stuck|held|neck|face|attack
scratch|scratched|scratches|scratching|gouged|clawed|nails & face|arm|arms|eyes|neck|skin & patient|resident|pupil|he|she|me|my|child|student|blood|staff
wants|wanted|offered|offering|squared|invited|challenged|shaping & fight|outside|up & me|staff|colleague|driver|patient|customer|neighbour
burn|burned|burnt|burning|smoke|bomb|blow .. us|you|me|them|house|office|place|building|door|out|down|up & said|says|threat*|told|will|gonna|hell|theyll|going|ill|tried|warned|should|want
kick|kicked|kicks|kicking|boot|booted|stamped|stamp .. my|his|her|a|in|on|off .. head|face|ribs|stomach|back|teeth|shins|door|belly|balls|legs
waiting|waited|waits|stood|hanging|sat outside|round|in|at .. for me|us|house|home|work|car|gates|shift & threat*|knife|said|again|scared|ex|he|get|lads|follow*|bat|angry
racist|racial|homophobic|transphobic|hijab|turban|immigrant|immigrants|refugee|refugees|muslim|jewish|gay|trans|black|asian & attack*|beat*|punched|kicked|spat|spit|pulled|threw|thrown|threat*|hit|smashed|followed|chased|stones|bricks|graffiti|dog|burn|hurt|kill|shoved|pushed|abuse|shouted
police & stabbed|knife|gun|attack*|assault*|threat*|beat*|punched|kicked|smashed|fight*|violent|shot|weapon|machete|strangled|hit|hurt|broke & me|my|us|him|her|he|they|neighbour|never|came|nothing|son|daughter|door|report*
officer|officers|screw|screws|guard|guards|bouncer|bouncers|bailiff|bailiffs|security & punched|kicked|beat|beaten|dragged|slammed|choked|knelt|kneeled|stamped|pinned|thrown|threw|hit|slapped|twisted|broke|bent|hurt|pushed|shoved|battered|pepper|tasered & me|my|him|her|us|son|i|ribs|arm|wrist|head|floor|cell|van|face|neck|brother|lad
driver|conductor|nurse|paramedic|teacher|carer|warden|cleaner|postman|postie|binman|shopkeeper|receptionist|doctor|lecturer|colleague|manager & punched|kicked|stabbed|spat|bitten|attacked|assaulted|slapped|headbutted|strangled|hit|threatened|knocked|choked|grabbed|shoved|scratched|beaten|chased & by|me|at|him|her|on|patient|passenger|pupil|customer|man|he|they|she|parent
"""

RULES = f"{PLAIN}\n{THREATS}"

TOPICS = """
violence|violent & @soul|home|house|street|outside|nightly|towards|us|against|staff|on
assaulted|assault & @soul|sexual|physical|staff|nurse|nurses|patient|by|driver|teacher|on
attacked & @soul|us|outside|street|staff|nurse|nurses|patient|by|driver|teacher
stabbed|stabbing|stabbings|shooting|shootings|murdered|manslaughter & @soul|outside|street|estate|someone|again
mugged|mugging|muggings|robbery & @soul|outside|street|someone|again
gunpoint|knifepoint
terrorist|terrorism|terrorists & @soul
bomb|bombs & threat|threatened|threats|make|making|made|planted|shed
threatened|threatening|threats & me|my|him|her|kill|life|hurt|violence|staff|us|family|mum|dad|knife|lives|he|she|they|neighbour|neighbours|patient|patients|relative|relatives|man|driver|nurse|by
strangled|strangling|headbutted
punched|kicked|slapped|choked & @soul|us|staff|by
machete|machetes|shotgun|crossbow & @soul|street|school|outside|bag|bed
hostage|kidnapped|tortured & @soul|us
"""

SPELLED = "threatened threatening threatens assaulted assault attacked violence violent strangled punched stabbed machete aggressive murdered headbutted"
