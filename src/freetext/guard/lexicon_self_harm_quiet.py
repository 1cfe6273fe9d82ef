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
!no|not|lost|out|havent|hasnt|little .. energy|strength|fight|will|heart .. carry|pretend|pretending|face|continue|live|living|keep
pretend|pretending .. fine|ok|okay|alright|happy|normal & cant|tired|stop|done|exhausted|anymore|inside
so i|id|he|she wouldnt|didnt|dont|wont|never have|need|had .. come|wake|go|get|be|face|live & ever|again|anymore|tomorrow
tomorrow|again or ever
taking|take|took|taken|stealing|steal something|some|stuff|drugs|morphine|insulin from|out .. cupboard|trolley|cabinet|ward|pharmacy|work
given|gave|giving up on me|myself|himself|herself|life
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
waste|wasting|taking of|up? space|oxygen|air|skin
weight|load|worry|burden off .. them|their|kids|family|everyone|her|his & gone|dead|without|die|took|end
one less|fewer .. mouth|person|problem|worry|burden
worth more dead|gone
insurance|policy|pension & worth|pays|payout|pay|enough & dead|gone|suicide|death|die & i|im|me
no use|good|help|value to anyone|anybody|man|no
everyones|their|peoples way & i|im|just|feel|always|burden
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
know|knows|decided|worked exactly|already|out? .. how|where|when & do|end|ill|id|hed|shed|die|it & i|ill|id|he|she|hed|shed
waiting|wait for|till|until .. everyone|house|mum|kids|they|wife|husband .. out|asleep|away|gone|bed & tablets|rope|end|goodbye|then i|finally
measured|tested|tied|practised|practiced|rehearsed .. rope|knot|beam|height|drop|belt|noose|loft
crash|crashing|swerve|swerving|drive|driving .. car|into|off|van & purpose|deliberately|urge|tempted|thought|thinking|easy
"""
