"""What is said quietly, in passing, of not living on, of injuries and of plans; after lexicon_self_harm_hints."""

QUIET = """
# taken, and again
took|taken|taking|swallowed|had too many|much & again|home|discharged|sent|tablets|pills|paracetamol|purpose
thinking|thought|thoughts|plan|planning|want|considering|tempted .. doing|do|trying|try .. it|that|something again
let|letting him|her|me|them go & tablets|die|peace|end|spare|enough|suffer*|stroke|pain|begs|begging
asks|asked|asking|wants|knows|know .. where .. tablets|pills|spare|morphine|insulin|knives|medicines & kept|keep|are|stored|cupboard|spare|hidden
only|sole|one reason|thing|reasons ... havent|havnt|not|didnt|dont|wouldnt|hasnt .. done|did|gone|jumped|ended|do|killed|taken
havent|havnt|not|didnt .. done|did|do .. anything|it|something .. yet|because & dog|cat|kids|mum|only|scared|courage|mam|children
counting|counted|counts|count .. tablets|pills|boxes|packets|strips|paracetamol|meds
how many boxes|tablets|pills|paracetamol|packets & let|sell|buy|enough|need|counting|would
bought|buying|buy .. paracetamol|tablets|pills|boxes & enough|shops|stash|drawer|different|counting|ready|each
wish|wished|hoped|pity .. ambulance|paramedics|police|nobody ... late|found|saved|stopped|brought
stop bringing|dragging me|him|her|us back|round
pulled|pulls|ripped|yanked .. out|off .. drip|line|tube|mask|cannula|oxygen & stop|die|enough|means|wants
told|said|knew|telling .. i|he|she intended|intend|planned|planning|meant & discharged|home|days|tablets|pills|everything|weekend|stupid
days|weeks|months worth|supply|of .. tablets|meds|everything|pills|medication & intended|overdose|stupid|risk|dangerous|trust
weekly|daily script|prescription|only|collection|dispensing & last time|overdose|risk|trust
because of last time
be another|next time & last|overdose|attempt|script|tablets|weekly|wont|survive
# talk of the dead
6ft|sixfoot|6foot under
rather|sooner|prefer|better .. 6ft|six|underground|grave|coffin|morgue|ground|cemetery
in the|a|my ground|grave|coffin|urn|morgue & rather|better|soon|wish|happy|belong|ready|see
tonight|tomorrow|weekend might|may|could|is|will|be be? the|my|that night|day|one|end|last
!no|not|lost|out|havent|hasnt|little .. energy|strength|fight|will|heart .. carry|pretend|pretending|face|live|living|keep
pretend|pretending .. fine|ok|okay|alright|happy|normal & cant|tired|stop|done|exhausted|anymore|inside
so i|id|he|she wouldnt|didnt|dont|wont|never have|need|had .. come|wake|go|get|be|face|live & ever|again|anymore|tomorrow
tomorrow|again or ever
taking|take|took|taken|stealing|steal something|some|stuff|drugs|morphine|insulin from|out .. cupboard|trolley|cabinet|ward|pharmacy|work
given|gave|giving up on myself|himself|herself|life
everyone|everybody .. given|gave up on me
dark|bad|black|scary|awful|horrible|terrible|evil things|thoughts & thinking|think|having|thought|been
thinking|think|thought|imagine|imagining .. how .. peaceful|quiet|easy|calm|restful|nice .. be|would|feel
how|so peaceful|restful it|that|death|dying .. would|must|be|feel
want|wants|wanted|wanna|let .. waste|fade|starve|rot|shrivel|evaporate|dissolve|cease|vanish|perish
waste|wasting|fade|fading|starve|rot away & want|let|how|eat|myself|himself|herself
how|when|where|way|ways i|id|ill|hed|shed|he|she .. do|did|end|kill .. it|myself & think|thinking|thought|plan|planned|scares|imagine|decided|worked|keep|rehears*
used to be .. thought|idea|thoughts & now|plan|scares|more
thought about it|doing|that & aye|close|often|twice|nightly|seriously|thousand
got|came|come|been close|near to it|doing & thought|twice|aye|times
think|thinking|thinks|thought|dream|often .. of|about .. joining .. husband|wife|mum|dad|son|daughter|him|her|late|hubby|brother|sister|mam
thats all ill|im say|saying
# no hope, no point
lost interest|joy|pleasure .. in .. life|everything|living|anything
cant|couldnt|dont remember|recall .. last .. happy|laughed|smiled
cant|couldnt|dont .. see|find .. way out|through|forward
black dog
drowning|sinking|suffocating & nobody|noone|notice*|alone|inside & i|im|me|feel|shes|hes
im|me slipping|sinking|disappearing away|under & nobody|help|cant|life|fast|meds
at|reached|this|is .. end of the road & i|im|me|life|feel
meet my|his|her maker
lord|god|jesus|allah|almighty .. take|takes|call|calls .. me|him|her|us & soon|wish|hope|pray|ready|why|please|come|home|doesnt
ready to go|die|leave & god|lord|maker|world|enough|wife|husband|heaven|peace|whenever|lived
whats|what .. point of|in me|it all|anything|any
not|never|wasnt|isnt|arent cut|made|built|meant|supposed out? for|to .. life|world|living|exist|alive|live
shouldnt|should|never|not be|have|meant .. alive|born|existed|exist|survived & i|im|me|id|been|he|she
mistake & born|i was & i|im|me|life|mum
unsafe|safe|scared|frightened|afraid|terrified with|of|from|around myself|himself|herself
scared|afraid|frightened|terrified|worried|fear of|what|about|for .. might|will|could|may|ill|hell|shell do|does|happen & himself|herself|myself|something|stupid|tonight|alone|drastic
danger|risk to|from myself|himself|herself
stay|staying|stays|keep|keeping safe|alive & cant|struggle|struggling|hard|tonight|promise|reason|myself|himself|herself
# a burden
waste|wasting|taking of|up? oxygen|air|skin
weight|load|worry|burden off .. them|their|kids|family|everyone|her|his & gone|dead|without|die|took|end
one less|fewer .. mouth|person|problem|worry|burden
worth more dead|gone
insurance|policy|pension & worth|pays|payout|pay|enough & dead|gone|suicide|death|die & i|im|me
no use|good|help|value to anyone|anybody|man|no
everyones|their|peoples way & i|im|just|always|burden
# sleep and not wake
sleep|asleep|slept .. forever|permanently & want|wish|just|could|go|hope|need
sleep|asleep for good|ever & want|wish|just|could|go|hope|need
sleep .. stay|staying asleep|there|under|gone & want|wish|could|just
long|big|last|final|eternal sleep & want|need|ready|forever|wake|end|peace|just
die|go|slip|pass .. in .. my|his|her sleep & hope|hopes|want|wants|wish|pray|prays|easier|like|love|please
bed|sleep .. hoping|wishing|praying|hope|pray|wish & wake|die|end|last|morning
# goodbyes and what is left in order
this is|be my|the|a goodbye|farewell
you|they|nobody|noone|anyone wont|not|never hear|see .. from|of me|him|her again|anymore|after
by this time|friday|tomorrow|next|monday|weekend ... gone|dead|over & i|ill|im|he|she|be|itll|all
look|take after|care .. each other|yourselves|kids|mum|dog & gone|goodbye|please|sorry|wont
written|wrote|writing|write|left .. letters|letter|note|notes|cards|videos & kids|each|goodbye|open|birthday|18th|gone|envelope|drawer|shoebox|wife|husband & when|gone|after|goodbye|open|die|dead|sorry
recorded|recording|filmed .. video|message|messages|videos & kids|gone|after|goodbye|sorry & gone|after|goodbye|sorry|die
found|find .. homes|home for .. dog|cat|cats|dogs|pets|horse & gone|ready|longer|after|wont|suddenly|goodbye
who|someone|somebody .. have|take|feed|look .. dog|cat|dogs|cats|pets & gone|after|die|once|dead
passwords|pin|codes|password & written|wrote|list|drawer|envelope & wife|husband|kids|mum|gone|after|find|goodbye
# injuries in other words
little|small|tiny|neat|thin|fresh|new cuts|lines|scratches|slices & arm*|thigh*|leg|legs|wrist*|daughter|son|pupil|sleeve*|skin
blades|blade|razor|razors|sharpener & hid|hidden|hides|hide|hiding|pillow|phone|case|drawer|relief|urge|skin|calm|sleeve|found
only|one|way|thing .. pain|blood|blade|cutting|hurting|burning .. helps|works|makes|feel|real|calm|release
hurt|hurting|hurts|pain on the|my|her|his outside & inside
blood|bleed|bleeding|sting|burn & relief|release|calms|punish*|real & i|me|my|her|she|he|his
picks|picking|bites|biting|pulls|pulling|bangs|banging .. own|his|her|my .. skin|hair|hands|arms|head & bleed*|raw|bald|wall|distress*|bruise*
back|started|starting|relapsed on|to|with|in .. blades|blade|cutting|scars|burning|old ways|razor
do|doing|does|doin things|stuff|it to myself|herself|himself|her|his|my self|arms|body|arms|legs
takes|take|taking|took it|anger|things|stuff out on myself|herself|himself
keep|keeps|kept|cover|covers|covering|hide|hides|hiding .. arms|arm|wrists|legs|thighs & covered|sleeves|jumper|bandage*|hot|summer|always|pe
# voices
hearing|hear|hears voices|whispers|whispering & kill|hurt|die|tell|tells|telling|bad|worse|jump|harm|scared|awful|night|nights
voice|voices|something in my|his|her head & tell|tells|telling|says|do|end|kill|hurt|worthless|stop|louder|jump|worse|bad|quiet
told|tells|telling|says|saying|commands|orders|wants|want .. me|him|her .. to .. hurt|kill|jump|cut|harm|step|drown|stab|smother & voice|voices|head|god|devil|radio|tv|telly|demon|demons|satan|angel|angels
# planned
got|have|has|had .. all planned|worked|figured|sorted|mapped|written out & know|die|date|goodbye|tablets|rope|bridge|end
know|knows|decided|worked exactly|already .. how|where|when & do|end|ill|id|hed|shed|die|it & i|ill|id|he|she|hed|shed
waiting|wait for|till|until .. everyone|house|mum|kids|they|wife|husband .. out|asleep|away|gone|bed & tablets|rope|end|goodbye|then i|finally
measured|tested|tied|practised|practiced|rehearsed .. rope|knot|beam|height|drop|belt|noose|loft
crash|crashing|swerve|swerving|drive|driving .. car|into|off|van & purpose|deliberately|urge|tempted|thought|thinking|easy
# looked at, and left behind
look|looking|looks|stare|staring|stares|sit|sat|stand|stood .. at|over|by|on|into .. river|canal|bridge|bridges|cliff|cliffs|tracks|rails|water|weir|drop|roof|platform|trains & think|thinking|thought|easy|easier|peaceful|quick|jump|wonder|wondering|end|over
easy|easier|quick|simple .. to .. jump|step|swerve|drive|walk|slip|end|disappear|let go
left .. keys|key|ring|phone|wallet & note|letter|table|bed & gone|note|tenant|sorry|luck|goodbye|nobody
next tenant|person|occupant & luck|better|keys|note
# whether anybody would know, and what it is like to be left over
anyone|anybody|people|they|nobody|noone|who .. would|will|d|even .. clock|notice|realise|spot|care|miss|cry|mourn|come|turn .. wasnt|werent|gone|mine|funeral|vanished|around|here|died|missing
cry|mourn|turn .. at|to my|mine
envy|jealous|lucky|envious .. dead|cemetery|graves|grave|died|gone|coffin
stickers|labels|labelled|labelling|label|list & who gets|has|furniture|what|everything & furniture|gets|ornaments|jewellery|things
gave|given|giving|gives|dropped|left|took .. rabbit|dog|cat|hamster|budgie|guinea|pet|pets|tortoise|snake|birds & neighbour|hugged|hug|away|mine|shelter|rescue|nan|odd|sudden*|accounts|goodbye|flat|round
happier|better|easier|relieved|freer & with|if|once|when|without .. gone|dead & she|he|i|im|they|everyone|says|saying|keeps|think|thinks|reckons|family|kids|him|her|we|wed
wouldnt|not|never be|feel|mind .. sad|sorry|upset|bothered|gutted if|when & scan|news|cancer|died|results|bad|wake|crash|back|worst|terminal
deleted|deletes|deleting|wiped|closed .. accounts|socials|photos|everything|profiles|insta|facebook & his|her|he|she|all|brother|sister|son|daughter|mate|friend & dropped|gave|goodbye|cat|dog|quiet|gone|nobody|worried|left|sudden*
shift|day|week|lesson|class|match|session .. last|final & tell|lads|goodbye|good to me|been|thank|everyone|over|done
last|final shift|lesson|match|class|session & tell|goodbye|been good|good to me|wont|love
see|imagine|picture myself .. turning|reaching|making|past|at|being|getting|living & cant|cannot|dont|never|not
turning|reaching|making|seeing thirty|forty|fifty|twenty|eighteen|sixteen|sixty|18|20|21|30|40|50|60|16 & cant|cannot|dont|never|not|wont
dont|doesnt|not|didnt|never deserve .. eat|live|food|breathe|help|happy|here|love|anything|treatment|saved|better|nice
what|which|how much|many|big dose|amount|tablets|pills|insulin|morphine .. would|will|does|to .. finish|kill|stop|end|do|knock
think|thinking|thought|thoughts|imagine|picture|fantasise .. crashing|swerving|drowning|hanging|jumping|falling|vanishing|ending|disappearing|stepping|overdosing
call|calling|called .. quits|time|day .. for good|forever|on life|on it all|soon
calling|call it quits & thinking|ready|good|life|im
tired|sick|weary|exhausted|worn|done|bored|fed .. of|with|out|from .. fighting|existing|breathing|battling|surviving|coping|struggling|hurting|crying|pretending|waking
want|wanted|wants|wish .. everything|it|all|world|noise|head|brain|mind|life to? .. quiet|silent|stop|black|still|dark|end|over
go|going|goes quiet|dark|silent|black forever|always|good
checking|check|clocking|signing|bowing|opting|tapping|bailing out & enough|life|im|ive|done|soon|tired
im|am|not|isnt|hes|shes|feel|arent not? safe & told|gp|doctor|nurse|crisis|leaflet|sent|myself|tonight|home|alone|keep & not|isnt|unsafe
want|wanted|wants|wanna .. be|become|feel|am nothing|nobody|invisible|dust|ash|ashes|air|erased|deleted
dont|doesnt|not want to? .. grow up|older|old|be|become & anything|nothing|anymore|die|alive|adult|live
havent|hasnt|not|dont|no|aint .. in me|left|him|her & see|face|another|winter|go|carry|fight|do this
feel|feels|feeling|felt like .. ending|finishing|stopping|jumping|disappearing|dying|leaving|vanishing it|things|everything|myself|all|this|now|off|today
this is me|us .. saying|off|gone|done|out|leaving|signing
saying|said|say|says cheerio|ta ra|adios|toodle|bye bye|so long|au revoir
only|just .. stay|stayed|staying|here|alive|living|get|wake|exist|carry|keep .. for|because|cos|till|until .. dog|cat|kids|mum|children|son|daughter|grandkids|them|him|her|horse
nearly|almost|close|came did|done|to|went|doing .. it|through .. on|last|this|again|but|until|yesterday|tonight & rang|mate|stopped|dog|kids|thought|scared|sunday|monday|friday|saturday|bridge|i
got|had|has|have it|everything all? worked|planned|sorted|mapped|figured out & shed|rope|ready|garage|date|said|told|he|she|says|bridge|note
cut|cuts|cutting|burn|burning|scratch|drink|starve|starving|purge to cope|feel|survive|calm|forget|manage|breathe|relax|numb
carve|carving|carved|slice|slicing|sliced|shred|hack|hacking|score|scoring|nick|nicking .. up|into|at|on? .. thighs|thigh|arms|arm|legs|wrists|skin|hips|myself|herself|himself|stomach
wearing|wears|wear|covered|hiding .. bandages|bandage|plasters|sleeves|wristbands|bracelets & explain|wont|heat|hot|summer|why|off|hide*|always
only|just|lives|living & eats|eat|eating|on & ice|lettuce|celery|gum|crackers|apples|rice|coffee|water|cubes & runs|gym|thin|weight|drops|faint*|bones|exercise*
something|someone|thing|it|whisper|whispers|demon|angel|radio|voice|god tells|telling|told|says|orders|wants|making|makes me|him|her .. to|into? .. step|jump|traffic|road|cut|hurt|kill|die|walk|swallow|burn|stab
in my|his|her|their ears|skull|head tells|telling|says|saying|told|keeps
hugged|hugs|hugging|kissed .. everyone|us|all|kids|me|mum|friends & ages|goodbye|odd|like|last|strange|gave|never|tight|crying|weird
# neither way matters, the other side, the next try
bothered|fussed|care|mind|matters|matter .. what|if|how|whether .. biopsy|scan|results|cancer|tumour|heart|test|tests|says & either|dont|not|anyway|end|way|anymore
rather|sooner|prefer|id .. be|lie|lying|go|walk|jump|step .. with|into|under|off|in|next|beside & wife|husband|churchyard|cemetery|sea|grave|train|bus|lorry|bridge|cliff|traffic|mum|dad|ground|canal|river
lost|losing my|the|his|her|all|any will|hope|fight|spark|faith & ive|i|hes|shes|he|she|im
only way .. ends|stops|end|stop|out|peace|over|escape|rest|quiet & i|im|me|pain|if|this|life
keep the|my deposit|change|bond|stuff & wont|coming|back|lake|gone|need
wont|not|never .. coming|come|be back|home|return|down & lake|bridge|woods|sea|cliff|cliffs|hills|river|goodbye|keep|sorry|note
asks|asked|asking|wonders|wondered|wonder .. what|how .. like|feel|feels .. not|die|dead|dying|exist|gone|disappear
feel|feels|be like to not|never|die|exist|disappear|vanish
hold|holding|held|holds my|his|her breath & bath|wait|under|water|hope|pass|sink|until
head|face|under|sink|slip|slide .. under the? water|bath & i|stay|think|breath|long|want|she|he
draws|drew|drawing|drawings|draw|sketches|doodles|writes & noose|nooses|graves|gravestones|gallows|coffins|coffin|dead|death|hanging|bodies|blood|skulls
im|am done|finished|tired|sick waiting|hoping|trying|fighting|pretending|living|asking
better|helps|hope & im|am done|finished waiting|now|with
calm|peaceful|cheerful|happy|quiet .. since|suddenly|now|all & frightens|scares|worries|worried|scared|frightened|frightening|scary
waste|wasting of a|an? bed|space|oxygen|skin|life|air|place|nhs & she|he|i|im|shes|hes|nan|mum|dad|feel|feels|says|such
engine|exhaust & garage|hose|hosepipe|shut|sit|sits|sat|running|door
took|taken|takes|taking|swallowed|necked|downed .. whole|entire|full|all .. box|packet|pack|bottle|strip|lot|bag|script|prescription|months|weeks
woke|wake|came .. up|round .. anyway|still|regardless|again|disappointed & took|taken|sorry|tried|wish|swallowed|alive
see|meet|find .. on|over the other|far side
know|knows|picked|chosen|found|got which|what|the|my|a tree|bridge|spot|beam|platform|rope|cliff|place & i|ive|he|she|hes|shes
find|finds|found|got|another|other way|ways & shoelaces|laces|belt|ligature|took|stopped|sharps|tablets|anyway
sleep|rest|peace & long|forever|eternal|endless kind|one|sleep
both|her|his|my arms|forearms|wrists|legs .. bound|wrapped|bandaged|covered|hidden|taped
toilet roll|tissue|bandages|plasters & arm|arms|forearms|wrists|legs|wrist|thighs
no|not|dont|doesnt .. to|want to? .. wake|breathe|exist|live|eat|be & worth|effort|anymore|bother
finish|kill|knock .. man|woman|person|horse|someone .. off|out? & dose|tablets|how|what|insulin|morphine
asked|asks|asking .. dose|amount|tablets|insulin|morphine & kill|finish|enough|die|end|stop|man|much
havent|hasnt|not got|have it in me|him|her
done|worked|finished my last shift|day|term|lesson|week & tell|lads|good|goodbye|love
# in passing
nobody|noone|no one|they|everyone|family|kids .. minds|mind|fine|cope|manage|ok|alright|miss|needs|need .. if|when|without|me & i|im|me & go|gone|failure|left|without|burden|dead|useless|needs
nobody|noone|no one? .. needs|wants|loves me|him|her & left|anymore|now|there|point|alone
nobody|noone|no one? left .. needs|loves|cares|wants|me
box|packet|stash|store|drawer|bag|tin|cupboard .. full? of .. paracetamol|tablets|pills|painkillers|insulin|morphine & i|ive|he|she|hes|shes|every|enough|ready
dream|dreams|dreaming|dreamt|fantasise|obsess*|daydream .. of|about .. bridge|tablets|pills|rope|train|trains|knife|knives|blades|death|dying|ending|suicide
counting down & i|im|life|days|until|till
used to .. love|enjoy .. life|living|myself|everything & now|no|not
arms|thighs|wrists|legs|forearms .. mess|state|ribbons|bits|covered|worse & again|my|her|his|marks|tell
couldnt|cant|could|wont|not|didnt|never|refuse|refuses .. pe|swimming|shorts|kit|tshirt|sleeves & marks|scars|cuts|arms|legs|see|thighs
three score|had my|his|her innings
had|lived .. my|his|her innings|life|time|turn|share & ready|enough|go|done|tired|want
ready when|whenever he|god|lord|is
let nature take|takes & tablets|no more|treatment|said|want|stop|course
weighs|weigh|weight|down .. five|six|seven|eight|5|6|7|8 stone & huge|fat|massive|big|enormous|disgusting|whale|eat*|says|thinks|still
burn|burns|burnt|burned|cut|prick|pinch|bite|scratch|punch .. my|her|his .. fingers|hand|hands|skin|lip|lips|arm|leg|cheeks & feel|check|just|real|alive|punish*|nothing|purpose
wish|hope|hoped|wished|pity|shame .. crash|accident|fall|stroke|attack|overdose|heart|illness .. worse|harder|finished|killed|fatal|worked|taken|bigger|succeeded
failure|useless|pathetic|waste|disappointment|mistake & i|im|am|me & cope|fine|better|without|gone|dead|die|everyone|family|end|point
that|it|one would do|finish|be it|me|enough|quick & i|im|past|drive|every|think|pylon|tree|lorry|height|drop
wrote|written|scrawled|left|texted|text|messaged|posted .. sorry|forgive|goodbye|love .. mirror|wall|door|everyone|all|us & left|gone|she|he|then
dont|no|not .. saving|save|keep|keeping|book|booking .. me|us? a|my seat|place|space|ticket|room
sleep|sleeps|slept|keep|keeps|kept|hide|hides .. with|under|by|beside .. belt|rope|knife|blade|tablets|pills|scarf|cord|razor|flex|gun
lost everything|it|them & nothing|left|only|one|point|end|die
one|only thing left|remaining .. do|me|for
affairs|will|funeral|house|everything .. sorted|order|arranged|paid & calm|peace|ready|relief|relieved|first time|finally|gone|now
ive|have|has|hes|shes|got|getting|put .. affairs .. sorted|order|straight|arranged
drink|drinks|drinking|drank|eating|smoking|working .. myself|himself|herself|themselves .. ground|grave|death|stupor|oblivion
walk|walking|walks|walked|wander|wandering|sit|sitting|go|going|drive|driving .. by|to|near|along|past|up|on|beside .. railway|tracks|rails|bridge|cliff|cliffs|viaduct|flyover|pylon & night|nights|alone|every|lately|dark|taken|again|thinking|think
life|world|it isnt|is|aint|not for me|us
cant|dont|not .. see|find|think|have .. reason|reasons .. to|for|why & live|stay|go|wake|exist|get|bother|carry|up|alive|here|myself
no|without|lost|dont|not .. one|reasons? .. miss|love|care .. me & die|gone|end|anymore|point|if
nothing|nowt|nobody|noone to|who|for .. live|hold|keeping|lose|keeps|stay .. for|onto|me|anymore|on|left
when|if|once .. time comes|comes|gone|happens & letter|note|letters|written|ready|sorry|kids|tell|look
last|final .. time|thing .. i|ill|im|youll .. ever|do|say|see|write|here
wont|shant|not .. make|reach|see|get .. old|thirty|forty|bones|retirement|pension|eighteen|adult & i|ill|im|he|she|me
hate|hates|sick|tired .. my|this|being|of .. life|alive|here|me|living|body|head|brain
"""
