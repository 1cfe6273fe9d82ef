"""What people hint who do not want to live, hurt themselves or starve, and what others see of it; after lexicon_self_harm_acts."""

HINTS = """
# there will be no later
!wont|shant|not|never|no|dont|will .. need|needing|needed|using|requiring|wanting & gone|flat|pass|bed|room|house|home|key|keys|ticket|uniform|seat|place|prescription|glasses|shoes|coat|it & long|longer|soon|month|months|weeks|week|where|gone|after|anymore|then & i|im|ill|he|hell|she|shell
!wont|shant|not|never|doubt|dont .. be|ill|hell|shell here|around|round|about|alive|living in|by|to|when|for|come|at|much|next|after|anymore|longer
!dont|doubt|not|never .. ill|hell|shell|be be? here|around|alive .. in|by|to|when|for|come|at|next|after
!shant|wont .. be|see|need
!wont|not|never|shant|wouldnt|doesnt|dont see|reach|make|hit|turn|live|last it? to? my|his|her|the|their|another|next|out|see|age|past|beyond|another|new|any? @horizon
!cant|dont|not|never|doubt|couldnt .. see|think|picture|imagine|want .. making|make|makes|reaching|reach|seeing|see|getting|lasting it? to|past|through|another? @horizon
!dont|doubt|cant|not .. think|believe|know|sure .. got|have|last|make|stand|survive|left .. weeks|months|days|winter|year|week|month .. in|left|of|more|me
not|havent|hasnt|isnt got? long|much left|now|to & own|choosing|choice|im|ive|me|make|sure
own choosing|choice|hand|hands|doing & left|long|die|end
says|saying|said|told|tells|reckons|keeps|joked|thinks .. last|final winter|summer|birthday|christmas|xmas|term|easter|spring|eid|weeks
says|saying|said|told|tells|keeps & his|her|their|my last week|day|days|winter|night & check|worried|door|eating|he|she
make|makes|making|made sure of it|that|he|she|i & wont|see|not|never|16|18|alive|time
youll|they|theyll|you|nobody|noone|mum|dad|wife|everyone & not|wont|never|no .. have|need|worry|bother .. worry|look|care|deal|put|bother|about .. me|him|her & soon|longer|much|anymore|gone|now|again|then|after
worry|worrying|bother|care about|with me|us much|any longer|more|soon|now
bother|bothering|no|need|dont .. sending|send|replying|reply|phoning|ringing|contacting|booking|post|posting .. me|back|results|letter|appointment|it & wont|shant|not|gone|around|read|here|long|longer|late
you can have|take .. back|flat|room|house|keys & month|weeks|wont|gone|soon|need|done
last survey|form|letter|thing|post|message|words|time .. ill|you|im|youll|i & ever|see|write|fill|hear|do|from|read & gone|goodbye|ever|alive|die|done|me
final|last message|words|post|wishes & im|i|me|my|he|she|his|her|left|sent
cancel|cancelled|cancelling my|his|her|the appointment|appointments|treatment|subscription|everything & gone|point|wont|end|anymore|done|longer|die
# goodbyes and gifts
look|looks|looking|care|caring after|for|of my|the|our|his|her cat|dog|cats|dogs|budgie|rabbit|medals|plants|allotment|birds|fish|hamster|horse|pets & done|ta|goodbye|bye|please|gone|someone|tell|rang|thanks|nothing|sorry|will|worried|right
ta ra|la|da & rang|phoned|text|texted|said|called|right|last|world|medals|all|everyone|worried
rang|phoned|texted|messaged|called|text|came round|to .. say .. goodbye|bye|sorry|thanks|thank|love|loved|farewell & everything|right|worried|odd|funny|strange|out|blue|me|weird
give|gave|given|giving|gives|left|leaving|leave|leaves .. his|her|my|their|away .. gear|tools|bike|dog|cat|records|guitar|collection|games|phone|car|allotment|plot|ring|medals|fishing|xbox|playstation|watch & away|cheerful|odd|last|wont|says|worried|needing|need|suddenly|goodbye|please|waiting|gone
odd|oddly|strange|strangely|suddenly|unusually calm|cheerful|peaceful|happy & giving|gave|given|goodbye|low|months|weeks|attempt|suicid*
put|putting|getting|got|sorted|sorting|paid|written|wrote .. will|funeral|insurance|affairs|papers & gone|easier|find|them|kids|soon|nobody|everything|ready & i|im|ive|hes|shes
# heights, water, rails, roads
wrong|other|far side of|to? the|that|it? railing|railings|rail|rails|barrier|barriers|fence|parapet|bridge|balcony|wall|it
talked|talk|talking|coaxed|brought me|him|her|them|us|someone|lad|son|man|mate|lass|out down|off|round|ledge|bridge
think|thinking|thinks|thought|look|looking|looks|stare|staring|dream|dreaming|keep|drawn about|of|at|over|to the|that|those|my|them|jumping? bridge|pills|tablets|rope|train|trains|tracks|canal|cliff|cliffs|viaduct|flyover|razor|blade|bypass|railway|weir & every|maybe|today|tonight|nights|alone|own|lot|constantly|always|most|myself|over
go|going|gone|went|goes|gonna|goin through with it|that|this
thought|think|thinking|considered|dreamt about|of it .. every|all|most|twice|once|often|again & day|days|time|times|close|today|got|year|night
got|come|came|been|so|too|very|pretty|dangerously close to .. it|doing|ending|jumping|going|the edge
top|edge|ledge .. of .. stairwell|carpark|park|multistorey|flats|cliff|bridge|building|tower|roof|viaduct|stairs & looking|stood|stand|standing|down|hour|sat|thinking|legs
voice|voices|head|thought|thoughts .. going|saying|says|tells|telling|shouting|whispering|like|keeps|screaming .. do|jump|die|kill|end|step|cut|worthless|useless|go
do it do it
hold|holding|grip|gripping .. on & so|stop|dont|wont|cant|otherwise|or & step|jump|fall|platform|edge|throw
step|stepping|walk|walking|jump|jumping|drive|driving off|out|in|into|under & so i|dont|stop|thinking|thought|nearly|urge|feel|want|tempted|platform|easy & i|me|im|platform|train|bench|lorry|traffic
lie|lay|lying|laying|lies|lied|sit|sat down|on|in|across .. railway|tracks|track|rails|motorway|road & he|she|i|told|going|wait|night|train|police
railway|tracks|track|rails|line|motorway|road .. to|and .. lie|lay|lying|sit|end|die
hope|hopes|hoping|hoped|wish|wishing|pray|praying|half|wait|waiting|want|wanting .. for|a|i|something|some|have .. crash|accident|lorry|truck|cancer|tumour|heart|stroke|terminal|illness|disease|diagnosis & i|me|so|dont|drive|sleep|work|end|arrive|over|quick
driving|drive|drove|drives & fast|tree|wall|bridge|lorry|eyes|closed|hands|wheel|barrier|verge
one .. turn|twitch|step|push|slip|jump .. and|of|off|from & over|end|wheel|gone|done|all
# ending it
would|id|ill|im|gonna|might|could|nearly|almost|tried|try|trying|thinking|thought|going|want|wanted|wanna|planning|considered|considering|plan|about|gonna .. end|ending|ended|finish|finishing|finished|stop it|myself|things|everything
end|ending|ended it all|now|tonight|soon|myself|then|by
!ending it
i|im|ill|id|he|she|hes|shes|hell am|is|will|would? .. end|ending|ended|finish|finishing it & if|fails|kids|now|then|threat|plan|by|cant|tonight|life|for
end|ending|ended|ends|finish|finishing|finished|stop|quit|leave|leaving|exit .. my|his|her|own|this|the|their life|lives|misery|days|time & i|my|me|he|she|his|her|want|wants|tears|made
everything|it|pain|noise|life|world|rest|sleep|stop|end|leave & want|wants|wish|need|please & stop|end|sleep|disappear|switch
put|puts me|him|her|myself|us down|out|away|sleep & dog|animal|cat|horse|vet|vets|misery|old|needle|injection
put .. down like
six|6 foot|feet|ft under
make|making it official|permanent & ghost|dead|empty|gone|die
ghost|dead|corpse|zombie|gone|buried & already|inside & feel|feels|im|i|am|living|like
dead|empty|hollow|numb|nothing|broken|rotten inside
rid of .. myself|body|himself|herself
when|if|once|after .. mum|mam|dad|nan|she|he|wife|husband|dog|cat|mother|mom|goes|dies .. goes|dies|gone|go|dead .. i|ill|im go|follow|going|die|end|too|done|finished
nothing|nowt for|left for? me after|without|once|when|if
think|thinks|thinking|thought|dream|dreams|talk|talks|talking|speaks|speak|want|wants|wish|wishes|like|love|hope|long|longing|looking|ready|soon|go|going .. joining|join|with|seeing|see|meet|meeting .. my|his|her|our|him|them .. husband|wife|hubby|mum|dad|son|daughter|baby|mam|late|brother|sister|partner|heaven|again|up there & soon|sooner|better|ready|often|join|joining|heaven|gone|other side|died|die
taking|take|took|takes .. both|two|all|pair of us|them
taking|take|takes .. us|them|him|her|kids both|all|too|with & kinder|desperate|end|me|die|pillow|drive
wrong|better one|ones|man|brother|son|person|twin|people .. came|come|survived|died|lived|back|went
should|shouldve|shoulda|wish|could|couldve|supposed .. been me|i
should|shouldve|shoulda|wish .. gone|died|went|go with|instead|too him|her|them|of|me
life|survey|days is|s|are? .. too long & life|plan|sort|end|living|tbf
call|calling|called it a? day|quits|time on|with life|living|everything|world|it
check|checking|checked|clock|clocking|bow|bowing|sign|signing|opt|opting out|off of|early|for|permanently? life|good|world|early|permanently|this
pull|pulling the plug & me|my|myself|own|life
do|does|doing|did|done|try|trying summat|something|somethin|anything|sumthing daft|silly|stupid|drastic|terrible|awful|bad|unthinkable|rash & i|ill|hell|shell|myself|himself|herself|might|worried|scared|going|one|before|afraid|frightened
rather|sooner|prefer|better .. never|not|be|get|dead|buried|gone .. up|wake|again|exist|born|under|alive & i|id|me|rather|ever|dead
!not|never|no .. get|getting|wake|waking up ever|again|anymore & rather|want|wish|hope|just|prefer|pray
stop|not existing|breathing & want|wish|just|i
me|i|him|her .. not being|existing|be .. in|here|anywhere|around|alive|there
im|am|we done .. properly|completely|totally|now|with|fighting|trying|pretending|living & done|life|no|more|everything|tell|goodbye|anymore|cant
im done & more|tell|cat|dog|goodbye|sorry|properly|nothing|everyone|life|world|die
no more me|of me|tomorrows|tomorrow|days|mornings
what|how .. dying|death|dead|hanging|drowning .. feel|feels|like|hurt|hurts|takes & asks|ask|asked|asking|she|he|tells|night|wonder|want
ask|asks|asked|asking .. what|about|if|how|whether .. dying|die|death|dead|heaven & night|every|keeps|she|he|feels|hurt|me
still|again|just|really want|wants|wanted|wanna|going|plan|planning|gonna|thinking to|of|about? .. do|doing|try|trying|finish|go it|again|through
attempt|attempts|attempted|attempting & march|april|may|june|july|january|february|august|september|october|november|december|twice|survived & i|he|she|son|daughter|waiting|hospital|ive
tried to? .. finish|end|hang|drown|gas|jump|overdose|od|do it|top|kill & i|he|she|my|nobody|rang|since|son|daughter|last
took|taken|taking|swallowed|necked .. some|few|all|loads|handful|too .. pills|tablets|meds|paracetamol|sleepers
woke|wake|waking|woken|came .. up|round|alive & gutted|disappointed|devastated|angry|sorry|shouldnt|wish|cried|regret|hated|worse|failed
googled|google|searched|looked|researched|search it|up|online|how|ways|them .. ways|how|methods|it|quick|easy|painless|best & i|ill|say|all|die|pills|end|way|ways|hurt|history
the ways & googled|looked|know|thought|end|say
acct & off|still|cut|want|days|took|opened|closed|harm*|rope|book|review|hang*
kids|children|cat|dog|mum|mam|son|daughter|wife|husband|them|him|her|faith|god & wasnt|werent|if it|only & ended|end|gone|over|jump|die|dead|alive|wouldnt|here|left|long ago|already
# nothing ahead
!nothing|nowt|nought|little|not|owt|anything|no one|nobody|never|whats .. look|looking|get|wake|getting|live|stay|stick|carry|keep .. forward|up|for|on|around & i|ive|me|im|theres|just|got|left|anymore|life|why|rather|he|she
nothing|nowt|nought to? .. look forward|get up|live|stay|stick|go on|carry on
!what future|hope & me|i|put|old|dog|left|anymore|got|have
nobody|noone|no one|who|one|few would|will|d|even? come|turn|show|be|go|notice|care .. funeral
notice|miss|care|know .. til|till|until|for .. register|weeks|smell|rent|bin|monday & i|me|nobody|no|gone|wasnt|if|died|dead
if i died|vanished|disappeared|jumped
if i wasnt|werent|weren here|around|alive|about|there
if i was|were gone|dead|not
darkness|blackness|black hole|cloud|dog & i|im|me|my|he|she
everything|just|all|life|its|is|feels|nothing .. black|dark|bleak|grey|blackness|pointless|hopeless|emptiness|empty & nothing|i|feel|forward|life|no|future|me|anymore|inside|birthday
empty|numb|hollow|lifeless|broken & all the time|inside|always|nothing|anymore|life|days|ghost|cant & i|im|feel|feeling|felt|hes|shes
i|im feel|am|feeling nothing|numb|empty|nowt & anymore|birthday|future|inside|want|life|least
least of all another
another|one more day|birthday|year|christmas|week|winter|night|morning & cant|dont|want|face|nothing|bear|stand|hate|rather|dread & i|me|my|he|she|im|of
stopped|stop|quit|gave up looking|trying|hoping|fighting|caring|pretending & darkness|door|way|life|i|myself|future|living|hope|help|anymore
whats|what|wheres is? the? use|point|purpose|good & he|she|says|said|eating|eat|up|anymore|living|life|weight|face|getting|me & eat*|life|live|living|alive|die|died|wall|away|weight|getting up|waking|going on|anymore
why bother|try|carry|keep|revise & wont|here|living|waking|alive|anymore|eating|breathing|die|life|going on
turns|turned|turning|turn|faces|facing .. face|away|to & wall|away & eat|eating|died|use|point|bed|speak|speaking|drink & he|she|dad|mum|nan|gran|grandad
given|gave|gives|giving up & eat*|bed|door|wash*|since|died|life|hope|everything|speak*|living
make|makes|made|making me|him|her want|wanna|feel|wish|think to? .. die|end|finish|dead|kill|suicid*|jump|disappear|dying
i hate|despise|loathe|detest|cant stand .. body|self|myself|me|am & rid|cut|eat|fat|thin|die|starve|hurt|so|live
deserve|deserves|deserved to? .. die|dead|hurt|pain|suffer|punish*|live|be here & i|me|he|she
worth|value|use|good|point to anyone|nobody|anybody|no one|more dead & i|im|me|not|no|worthless|alive
drain|burden|nuisance|problem|weight|strain on|to|of .. nhs|family|everyone|world|people|society|kids & i|im|me|my|better|gone|without
nobody|noone|no one|none would? want|wants|love|loves|need|needs|likes|like me|him|her & die|dead|point|alone|live|life|anymore|gone|better|hate
kill|hurt|harm|cut|hang|top|hate|starve|drown|end|finish|burn|punish my|his|her|them|your self|selves|selfs
# injuries that people make themselves
scratch*|pick|picks|picking|claw*|rub|rubs|rubbing|dig|digs|digging|bite|bites|biting|scrape*|pinch* & till|til|until|untill|make|makes|made & bleed|bleeds|bleedin|bleeding|blood|raw|sore|hurt|hurts|open
sharpener|compass|scissors|razor|razors|blade|blades|glass|safety pin|lighter & took|apart|broke|feel|feels|skin|scratch*|bedroom|hidden|hides|under|sleeve|found|something|screws|cos & i|me|her|his|she|he|my|daughter|son
arms|arm|wrist|wrists|legs|thighs|stomach|forearms & worse|cut|cuts|scars|lines|secret|scabs|fresh|slashes|marks|plasters|hot|summer|tell|miss
scars|cuts|scabs|slashes & new|fresh|more|again|worse|top|deeper|same|older & ones|arms|arm|nobody|looked|wrists|legs|every|show*|on|thighs
long|sleeves|jumper|hoodie|trousers & summer|heat|heatwave|hot|pe|swimming|boiling & always|never|wont|refuses|even|take|wears|wear|arms|hiding|cuts|scars
only thing|way|time|relief .. calms|calm|helps|help|feel|stop|stops|quiet|quiets|numb|numbs|works|copes|cope|control & cut*|scratch*|bleed*|burn*|hurt*|starv*|blade|pain|razor|blood|pick*|noise
feel|feels|feeling something|anything|alive|real|better|calm|release|relief & cut*|burn*|scratch*|sharp*|blade|bleed*|starv*|razor|punch*|skin|pain & i|me|she|he|her|myself|cos|so
noise|calls|thoughts|screaming|voices|head & stop|stops|quiet|out|only & scratch*|cut*|bleed*|pick*|burn*|blood|hit*|bang*|die|dead
# food and weight
!not|havent|hasnt|aint|isnt|doesnt|dont|didnt|stopped|barely|hardly|nothing|refuses|refusing|wont|never eat|ate|eaten|eating|food & proud|fat|thin|bones|skinny|mirror|calories|control|disgust*|deserve|point|use|purpose|door|died|dropping|stone|messed
!not|havent|hasnt|aint .. eaten|ate|eat .. proper|in|for|since & days|weeks|week|sunday|monday|tuesday|wednesday|thursday|friday|saturday|proud
proud|control|power|powerful|achievement|win|winning|buzz|safe & eat*|ate|hungry|hunger|starv*|weight|stone|thin|bones|empty & not|nothing|no|lost|days|skip*|havent|feel & i|im|she|me
bring|brings|bringing|throw|throws|throwing|sick|chuck everything|it|food|meals|dinner|all|what back? up|back & weight|stone|fat|thin|look|lost|every|after|eat|meal|toilet|fingers|secret|lunch
sick|purge*|purging|binge*|bingeing|vomit*|puke|puking|throwing & fat|thin|weight|secret|fingers|every meal|after meals|on purpose|deliberately|bathroom|calories|myself|herself|himself
laxative|laxatives|diuretics|diet pills & i|she|my|thin|weight|swim*|gym|packet|secret|day|hours|daughter|her
skip|skipping|skips|miss|missing|missed|omit|leave|less insulin|meals|lunch|dinner|food & thin|weight|fat|slim|skinny|size|control
too|still|so|feel|look|disgustingly|im|call fat & eat*|food|only|water|starv*|hate|drink|calories|heart|mirror|sick|throw|coffee|bones
down to|just|under .. stone|kilos|kg|bmi|five|six|seven|5|6|7|4 .. stone|kilos|kg|bmi|half & nurse|leaflet|school|eat|eating|gp|eats|camhs|clinic|nothing|help|still|fat
thin|skinny|bones|skeletal|skin and bone|blue|weight|stone & gym|swim*|run|runs|running|exercise*|laps|laxatives|hours & nobody|no one|asks|why|lets|eat*|faint*|still|fat|see|notice
wasting|starving|fading|disappearing away|himself|herself|myself|to nothing
anorexi*|bulimi*|eating disorder|disorders & i|my|me|she|her|he|daughter|son|worse|died|bmi|weight|list|waiting|years|again|hair|heart & worse|bmi|weight|waiting|refus*|hospital|starv*|died|help|no|heart|hiding|secret|again|still
# in few words
dying|death|dead|die|jumping|heaven|ending & he|she|him|her|hes|shes|mum|dad|son|daughter|wife|husband|nan|gran|mate|friend|brother|sister
cry|crying|cries|cried|sobbing|weeping .. every|all|myself|herself|himself .. night|nights|day|sleep|morning
hits|hitting|punches|punching|slaps|slapping|bites|biting|scratches|scratching & raw|blood|himself|herself|themselves|themself|myself
took|taken|swallowed|necked .. some|few|all|loads|handful|too|many .. pills|tablets|meds|paracetamol|sleepers|painkillers
darkness|blackness & i|im|me|my
refuse|refuses|refusing|refused|stopped|given|gave eating|food|up|fluids|drinking & eat*|food|drink*|live|living & he|she|mum|dad|nan|gran|husband|wife|daughter|son
# said to those who treat
stockpil*|saving|saved|hoard*|stash*|squirrel*|collecting|collected|keeping|kept|putting .. tablets|tablet|pills|meds|morphine|insulin|patches|paracetamol|codeine|painkillers|medication & enough|drawer|case|day|all|ready|when|up|by|hidden|for|under|bottom
shouldnt|wish|should|shouldve|why|regret|sorry .. have|they|you|youd|theyd|id|hadnt|not|the .. saved|save|brought|bring|bothered|revive*|resuscitat*|pumped|found|cut|let|left .. me|him|her & back|go|die|down|stomach|alone|wish|bothered|saved
wish .. let|left|leave me|him|her
!dont|not|never|doesnt|wont care|mind|bother|bothered|matter|fussed if|whether|what .. better|recover|recovers|wake|survive|come through|happens to|make it
cant|cannot|dont|wont|not|no .. live|living|life|exist like|this|with|as .. this|way|pain|it & anymore|longer|want|end|more|much|another
picture|pictures|imagine|imagining|see|seeing|visualise|daydream|fantasise|dream|visions|images .. myself|me|himself|herself|of|my .. dead|hanging|falling|jumping|coffin|dying|drowning|funeral|body|crashing
started|starting|back|begun|relapsed|still|again|been|keep|keeps|stop|stopped cutting|burning|harming|purging|restricting|bingeing|binging|scratching|overdosing|selfharming & i|im|ive|she|shes|my|her|daughter|son|he|hes
not|never|dont|didnt .. wake|waking|come|coming up|round|through .. anaesthetic|op|operation|surgery|sedation|theatre & want|wanted|hope|hoped|hoping|wish|wished|glad|relief|rather|prayed|disappointed
wont|not|dont|cant|never|doubt .. survive|last|cope|alive|live|make|be .. wait|waiting|list|months|that long|weeks|till|until & i|ill|im|life|alive|she|he & alive|survive|live|end|safe|myself|desperate|dead|last that|much longer
help|let|leave|begging|beg|begs|asks|asking|asked .. me|him|her|us|to? die|end it|slip away|fade
help|helping|helped me|him|her|us|them die|go|end
ribbons|shreds|slashed|sliced|crisscross*|ladders & arm|arms|wrist|wrists|leg|legs|thighs|her|his|daughter|son
tired|sick|exhausted|weary|fed|had enough up? .. of|with .. being alive|here|me|breathing|fighting|hurting|waking|existing|living|trying|pretending|carrying|myself|life|all this|it all
feel|feels|felt|thinking|want|wanted|ready|about|going|close like|of|to giving|give up
no|nothing|any|havent|not .. fight|strength|left .. left|in me|give & i|ive|me|im|he|she & die|end|point|life|anymore|give|fight|tank|nothing
lose|losing|lost|losin my|the|all|his|her .. will|hope|fight|reason|spark|life .. live|living|go|carry|anymore|left|on|eat
better|easier|kinder|best|happier & without me|her|him|us|here|around
if|when|once im|i|hes|shes am|was|were|is? gone|dead|not here|no longer
!not|dont|never|stop|stopped|wish .. wake|waking|woken up|tomorrow|again|morning|in|ever & want|wish|hope|pray|rather|dont|happy|fine|care|glad|would|wouldnt
hate|hated|cant stand|loathe my|being|living|life|waking .. life|alive|self|body|here|up|existence|me & i|im|anymore|end|so|every
unbearable|intolerable|unliveable|torture & life|die|living|anymore|escape & i|im|my|me|cant|want
restrict|restricting|restricted|fasting|fasts|starving|calorie|calories & days|weight|daughter|her|she|im|thin|eat|faint|collapsed|period|periods|hair|heart
faint|faints|fainting|collapsed|collapsing|dizzy|blackout & eat*|food|starv*|weight|thin|calories|meals & not|refus*|wont|never|isnt|stopped|doesnt|hardly|barely
crisis|samaritans|helpline|lifeline & ledge|bridge|pills|rope|knife|cut*|die|dying|kill*|suicid*|hang*|jump*|harm*
sectioned|section|inpatient|discharged|obs & kill*|ligature*|hang*|suicid*|die|cut*|overdose*|bridge|rope|blade
# meant, and feared by those who love them
deliberate|deliberately|purpose|purposely|intentional|intentionally & took|take|taking|cut|cuts|cutting|burn*|overdose*|insulin|crash*|stepped|tablets|pills|starv*|hurting|harm*
wasnt|not|never|no|isnt an accident|accidental|accidents|accidentally
meant|intended|intend|intending|mean to .. die|do it|end|kill|take|swallow|jump|crash|drown
hide|hides|hid|hidden|lock|locks|locked|removed|remove|counting|count|hiding .. knives|sharps|tablets|pills|razors|blades|belts|scissors|medication|medicines|rope|cables
scared|afraid|frightened|terrified|worried|dare|darent|cant .. leave|leaving .. him|her|them|me|myself .. alone|own|minute|second|moment|night
check|checks|checking|see .. breathing|alive & night|nights|every|morning|door|room
scared|dread|dreading|frightened|terrified|afraid .. what|of .. find|finding|open|come|coming|home
once|when|until|till|after .. kids|children|mum|mam|dad|dog|cat|youngest .. grown|gone|goes|left|dies|settled|up .. then|ill|can|i|im
dont|no need|stop worry|worrying about me & soon|longer|gone|anymore|sorry|last|peace|better|more
world|earth|planet & better|without|leave|leaving|off|gone & me|him|her
"""
