"""Threats in plain and in veiled words, being watched and followed, and thoughts of doing it to somebody."""

THREATS = """
# what somebody said that they will do
@said & @soon & @harm me|him|her|us|them|you|my|his|your|our|someone|everyone|people|staff
@said & @soon|@harm .. me|him|her|us|you|them|my .. up|down|out|over|in|off & face|head|legs|ears|fingers|throat|house|hospital|kill|knife|batter|break|smash|burn|cut
hed|hell|theyd|theyll|shed|shell|ill|id|gonna|gunna|would|will @harm .. me|him|her|us|them|you|my|his|your
hed|hell|theyd|theyll|shed|shell|ill|id|gonna|gunna|would|will|could .. do|done me|him|her|us|them|you|my .. in|over
do|did|done|doing|does me|him|her|us|them|you|my in
sort|sorted|sorting|deal|dealt with? me|him|her|us|them|you .. out & should|someone|going|gonna|will|said|threat*|lads|boys|wants|needs|ill|id
dealt|dealing|see with|to him|her|them|you & myself|own|way|come|round|ill|promise
teach|taught|learn .. lesson & ill|id|hell|hed|they|threat*|said|me|him|her
make|made|making .. me|him|her|them|you|us|all .. sorry|pay|suffer|regret|disappear|bleed
be|youll|theyll|shell|hell|all sorry & one|bringing|day|what|when|said|wait|soon|next|monday|tomorrow|done
whats|what coming .. to|for & they|get|him|her|me|you|said
get|got|gets|getting whats|what|everything .. coming|deserve|deserves
wait|waits|waiting .. til|till|until .. you|i|we|he|she & home|in|out|clock*|clocked|finish|get|outside|gates|said|drinking|show|bell|later
hed|hell|ill|theyd|theyll|id|shed|would wait .. til|till|until|for|outside|by me|you|him|her|i|we|the|my
outside|waiting & threat*|said|watch|better|ill|warned & me|you|him|her|assessor|manager & knife|five|finish|clock|kill|batter|hurt|sorry
watch|watching .. your|my|his|her|their|our back|backs
better|want|wants|should .. watch .. back|step|themselves|himself|herself|mouth
youll|hell|theyll|shell .. see|find|learn|know & threat*|what|sorry|happens|said|regret
see|know|find .. what happens & if|threat*|tell|leave|talk|grass|report|dare
accidents|accident happen|happens & told|said|roads|road|dark|to|know
something|anything|somethin .. bad|happen|happens .. to .. me|you|him|her|family|kids|mum|them
something|someone|somebody .. happen|bad & threat*|said|family|kids|if|careful
go|goes|went|going|gone up .. in? .. smoke|flames|fire
house|home|flat|car|shop|place|building|office|school would|will|should|could|might|to|gonna|going .. go|burn|blow up|down
funeral|funerals|coffin|bodybag|grave|morgue|hearse|undertaker & said|threat*|told|ill|hell|hed|thered|says & if|ill|hell|you|me|him|another|two|picking|choose|dig
box|bag|coffin & leave|leaving|carried|carry|come|home|going & out|in & @said|him|her|you|me|threat*
carry|carrying|carried .. him|her|them|landlord|manager|boss .. out & when|done|box|coffin|threat*
when|once|time|before|til .. im|ive .. done|finished|through .. with him|her|them|you
lets|see how|what .. he|she|they|you .. like|likes|feel|feels & losing|loses|his|her|them|kids|own|scared|hurt
sleep|sleeps|sleeping with .. one eye|knife|bat|hammer
one eye open
hit|death|kill|revenge|shit list|lists & name|names|phone|school|me|my|teachers|on|pupils|people|written
price|bounty|contract|money|hit .. on .. my|his|her|their|our .. head|life|name
put|puts|took|taken .. a price|bounty|contract|hit .. on|out
green light|lit & on|me|him|wing
threats|threat|threatened|threatening & again|still|daily|every|police|phone|text|online|door|note|messages|children|voicemail|family|job|visa|deport*
bullet|bullets & posted|sent|put|through|letterbox|mum|him|her|head|letter|whoever|envelope|them|name|casing|you
put|puts|putting .. a? bullet|bullets|knife|blade|brick|hammer|axe|fist|boot|pillow|bag .. in|into|through|over .. him|her|them|you|my|his|your|their|whoever|someone|me|head|face|skull|chest
pillow|cushion .. over|on .. face|head|mouth|him|her
whoever|him|her|them|you|someone & licence|shotgun|rifle|gun|knife & will|use|ill|got|have|know|wants
know|knows|knew|knowing .. what|which|where|when .. car|cars|school|bus|time|house|street|road|gym|route|shift|nursery|pub|church|he|she|they|i|you|we|the|my|our|kids .. drive|drives|parks|park|leaves|leave|lives|live|go|goes|walk|walks|finish|finishes|sleep|sleeps|drink|drinks|work|works & @me|they|tell|judge|manager|teacher|head|boss|assessor|customer|lads|ex|he|scared|police
know|knows|found|finds|got|gets|has .. my|our|his|her|their .. address|house|car|door|kids|school|nursery|route|reg|registration & threat*|scared|ex|customer|man|men|sends|sent|shouting|now|police|online|lads|follow*
i know .. what|which|where & car|school|lives|live|drives|drive|parks|park|leaves|leave|walks|kids|sleeps & she|he|they|you|judge|teacher|manager|head|assessor
photo|photos|picture|pictures|name|names|address|street|face|number|details & online|facebook|group|posted|put|sends|sent|shared|internet|forum|telegram|snapchat|wall|tiktok & @place|my|me|our|kids|threat*|sort|find|come|get|scared|own & sort|scared|threat*|windows|window|house|dead|come|find|hurt|visit|pay|kill|where|burn
drawing|drew|picture|photo|drawn|edited .. of|with|on .. me|him|her|teacher|staff|us .. dead|hanging|hanged|hung|bleeding|killed|stabbed|coffin|noose|shot
noose|nooses|coffin|wreath|wreaths|dead|severed & left|sent|put|hung|door|doorstep|desk|locker|post|garden|gate|found & rat|my|our|me|i|bird|cat|rabbit|noose|wreath|flowers|card|doll|head|funeral
bring|brings|bringing|brought|carrying|packing|taking .. something|summat|it|one|a piece .. in|to|into .. monday|tomorrow|school|work|sorry
shooter|shooters|strap|burner|burners|nine|glock|samurai|rambo & he|hes|lad|got|pointed|waist|waistband|carries|carrying|pulled|selling|hides|hiding|son|street|bag
shots|shooting .. fired|heard|outside
shot at|dead & me|him|her|us|he|son|brother|window|house|car
drive|driveby by|shooting|shootings
acid|petrol|boiling|bleach|ammonia & threat*|said|they|face|throw|threw|squirted|him|me|scared|my|thrown
bomb|bombs|explosive|explosives|fertiliser|grenade & making|make|build|building|made|plan|planning|wants|want|going|put|planted|i|threat*|shed|school|recipe|instructions|searching
blow|blowing|shoot|shooting|burn|burning|bomb|bombing|smoke|smoking|attack|attacking|storm|torch|torching .. up|down|them|place|hotel|office|school|building|jobcentre|mosque|synagogue|church|them|hostel|centre|council|house|ward|everyone & i|im|ill|thinking|think|want|plan|planning|plans|talking|gonna|going|said|online|group|dream|reading|should|id|lads|someone|will|threat*
planning|plan|plans|planned|plotting|organising|organise .. to|on .. hurt|attack|kill|beat|jump|burn|ambush|smoke|fight|raid|stab|shoot & him|her|them|hotel|school|online|group|someone|mosque|me|teacher|us|migrants|refugees|lad|people|place
radicali*|extremis*|isis|nazi|nazis|manifesto|incel|incels|terroris* & son|lad|brother|he|hes|nephew|friend|online|videos|talking|grandson|my|pupil|student|mate|room|boy|colleague
# being watched, followed, kept out of one's own street
follows|following|followed|tails|tailing|tailed|trails|trailed|shadowed .. me|us|him|her|my|our .. home|work|car|to|from|round|around|school|every|off|on|at|in|down|everywhere|daughter|son|wife|sister|mum
stalks|stalked|stalker|stalkers|stalking & me|us|her|him|my|daughter & @soul|police|again|years|scared|still|ex
follow|follows|followed & bus|tram|train|home|car|street|night|nights & scared|man|bloke|ex|lads|again|every|me
follows|follow|followed|following me|us|her|my|him
ex|stalker|husband|he|hes|man|bloke|fella|chap|someone|him|men|car|customer|patient|tenant & outside|across|opposite|staring|lurking|parked|parks|garden|bushes|corner & my|our|me|i & night|nights|every|window|windows|house|home|gate|hours|again|order|looking|rings|breathes|statement|scared|leave|follow*|work|morning|christmas|late|waiting|door|flat|days|daily
stands|stood|standing|sits|sitting|sat|parks|parked|waits|waiting|hides|hiding|lurks|lurking|loiters|loitering|hangs|hanging|prowls|prowling|turns|turned|shows .. outside|across|opposite|behind|in|by|near|up|at .. my|our|the|from .. @place & he|ex|man|bloke|fella|same|stranger|him|someone|police|order|night|every|scared|watch*|look*|star*|again|chap|they|allowed
breached|breaches|breaching|broken|broke|broke|breaks|ignores|ignored|ignoring|violated .. order|injunction|bail|nonmol|tag|curfew|licence|conditions
order|injunction|bail|metres|yards|court|allowed & ex|he|hes|him|husband|stalker|dad|man & near|within|outside|garden|turned|turns|behind|contact*|texted|follows|stood|breach*|messag*
not|never|isnt|arent|supposed .. allowed|supposed|meant .. near|within|contact|round|come & he|ex|him|hes|dad|husband|partner|man
wont|wouldnt|doesnt|not|never .. leave|let|stop me|us|her|my|him .. alone|be|go|calling|ringing|following|messaging & he|ex|man|bloke|chap|fella|she|follow*|night|park*|rings|door|scared|work|order|police|threat*|texts
rings|phones|texts|texting|messages|messaging|emails|emailing|ringing|phoning & he|ex|man|she|chap|bloke|stalker|someone|him & fifty|forty|sixty|dozens|breathes|breathing|silent|threat*|scared|nights|blocked|windows|hundred|hundreds|constantly
keeps|kept|keep|always .. asking|calling|ringing|messaging|turning|coming|waiting|driving|going .. up|for|where|past|me|my|her|by|the & name|lives|live|drive|door|daughter|slow|slowly|address|scared|car|house|number|nursery|school & man|men|bloke|customer|someone|fella|he|ex|stranger|they|lads|guy
drive|drives|drove|driving|ride|rides|riding|go|goes|cruise|cruises|come|comes .. past|by|up slow|slowly|pointing|staring|shouting|my|our|every & car|moped|mopeds|bike|van|men|man|they|house|ex|he|me|us
pointing|points|pointed|staring|stares|gestur*|mimes|miming|drew|drawing|finger|fingers .. at|across|the|his .. me|us|throat|house|head|neck|my|our & moped|men|man|he|lads|court|evidence|testif*|ex|finger|cut|gun|throat|scared|statement
gave|given|giving|give|since|after|because|if .. evidence|statement|statements|testif*|testimony|witness|grassed|spoke|reported & house|window|bullet|bullets|follow*|scared|car|mopeds|moped|up|pointing|looking|stands|threat*|mum|brick|door|outside|lads|men|family|get|kill|burn|cut|ears|wheel|tyres|street|move|moved
spoke|speak|talk|talked|talking|went|go|tell|told|grass|report|reported .. to .. police|housing|council|court|anyone|feds|manager|social & cut|would|theyd|hed|hell|theyll|said|threat*|kill|burn|hurt|batter|dealers|gang|ears|break|house|legs
dont|wont|cant|not|never|nobody|scared|afraid|stopped|avoid|daren|darent .. go|going|leave|walk|walking|out|use|sleep|shop|shops|park|open & knife|gang|lads|throw|chuck|jump|rob|attack*|acid|shot|shots|stab|stabs|stabbed|stabbing|dealers|bottles|machete|rushed|jumped & cos|because|after|wait|waiting|outside|me|us|my|said|street|night|dark
nobody|no one|none|everyone|mine|kids .. slept|sleep|goes|out|walks|come|hides & shots|shooting|stabbing|slashing|gang|knife|machete|fired|dealers|jumped|rushed|gunshots
slashing|slashings|slashed|stabbing|stabbings|brawl|brawls|mugging|muggings|gunshots|gunfire & outside|night|park|estate|street|scared|skatepark|twice|again|shop|yesterday|since|saw|why
get|gets|got|getting rushed|jumped|banked|slapped|battered|clapped|stamped|dragged|bottled|glassed|rolled|robbed|jacked|bashed|set
wheel|brake|brakes|nuts|tyres|tyre|bolts|cables|pipes & loosened|loose|cut|undone|undid|slashed|removed|tampered|nails|screws|punctured|someone & my|our|car|bike|after|since|deliberate*|tampered|picket|van
poison|poisoned|poisoning & my|our|dog|cat|ewes|sheep|horse|food|drink|me|threat*|neighbour|him|her & neighbour|threat*|he|someone|whoever|me|him|they|ex|again|tried|found|vet|licence|deliberate*
urinate|urinated|urinating|pissed|pissing|pee|peed|spit|spits|kick|kicks|trash|slash|fire|pull|pulled|drag|dragged & tent|doorway|sleeping|bag|pitch & me|my|us|i
# thoughts of doing it
feel|feeling|felt|feels .. like @harming
thought|thoughts|think|thinking|fantasy|fantasies|fantasise|fantasising|daydream|daydreams|dream|dreams|urge|urges|imagine|imagining|images|plan|planning|plans|obsess*|visions|pictures|picture .. about|of|on|to|me|how|myself .. @harming|hurt|kill|stab|harm|attack|smash|strangle|choke|suffocate|drown|push
thought|thoughts|think|thinking|fantasi*|daydream|dream|urge|urges|imagine|planning|plan & @harming|hurting|killing|stab|hurt|kill|strangle & him|her|them|someone|people|man|supervisor|manager|boss|neighbour|wife|husband|mum|dad|staff|baby|teacher|assessor|over|landlord|ex|colleague|kids|face|others|place
could|might|want|wanna|wants|nearly|almost|wanted|going|ready|tempted|love|like|happily|swear|ill|id|gonna .. @harm .. him|her|them|someone|somebody|people|you|wife|husband|boss|manager|neighbour|mum|dad|staff|teacher|kids|baby|brother|sister|supervisor|judge|assessor
one day .. i|ill|im .. wont|snap|lose|do|hold|kill|hurt|swing
wont|cant|couldnt|dont .. hold|holding|stop|control|trust .. back|myself|longer & hit|hurt|kill|smash*|him|her|one|someone|swing|punch|harm|baby|kids
find|finding|track|hunt|hunting|tracking .. him|her|them|assessor|judge|manager|whoever|person|bastard|man|who|you|down & pay|kill|hurt|regret|suffer|make
end up|will|gonna|going .. swinging|killing|hurting|stabbing|doing|battering|punching|hitting|murdering .. for|him|her|them|someone|something|time|somebody|one
nothing left .. lose & him|her|them|kill|make|pay|take|hurt|knife
whoever|assessor|judge|manager|head|teacher|landlord|boss|worker|decided|council & better|watch|ill|id|im & back|sorry|outside|pay|bullet|hurt|find|kill|drives|leaves|scared|regret|suffer
# fists, feet and the rest
by|my|his|her|their|the|our .. hair|throat|neck|collar|feet|ankles|arm|hood|scruff|scarf|ear|ears|lanyard & dragged|drag|pulled|pull|yanked|lifted|grabbed|grab|picked|swung|out|picks|leapt|took
had|has|have|got|grabbed|held|took|picked me|him|her|us|colleague|staff|nurse|them .. by .. hair|throat|neck|collar|scruff|ears|ankles|arm
jaw|nose|leg|arm|wrist|ribs|teeth|tooth|skull|eye|socket|cheekbone|hand|hip|shoulder|collarbone was|were|got|been|is|being? broke|broken|smashed|fractured|cracked|busted|knocked|dislocated|snapped|shattered & by|for|when|after|he|they|she|police|guard|officer|someone|lad|lads|them|him|patient|pupil|pushed|punch*|kick*|my
jaw|nose|teeth|ribs|skull|socket broke|broken|smashed|fractured|caved|bust|busted|knocked
pushed|shoved|shove|push|kicked|thrown|threw|knocked|slammed|tripped|barged .. down|off|into|over|through|under|onto|against|in .. the|a|my|some .. stairs|escalator|steps|racking|wall|floor|road|river|canal|door|window|locker|lockers|table|desk|fence|ground|bonnet|traffic|tracks|platform|water|hedge|radiator|counter|machine|pavement
pushed|shoved|knocked|slapped|thrown|smacked|kicked|punched|bashed|battered about|around|round
always|constantly|keep|keeps|every|days|weekend|night .. scrapping|fighting|brawling|battling & fists|plates|knives|mum|dad|fella|parents|bottles|hit|blood|police|neighbours
fists|fist|belt|strap & get|gets|got|flying|used|his|he|dad|answer|house|swinging|thats|hit|hits
set|sets|setting about|upon me|us|him|her|them|old|a|my|an|two|each
sets|set|setting|sicked|sics .. dog|dogs .. on|onto
dog|dogs .. he|she|they|owner .. sets|set|setting on
coma|intensive|resus|unconscious|brain damage|damaged & put|beat*|punch*|attack*|kick*|set|they|lads|fight|one|jumped|stamp* & him|her|me|son|brother|old|dad|husband|friend|mate
mount|mounted|mounts|swerved|aimed|steered|drove|driven|reversed|came|coming|car .. pavement|straight|at .. at|me|us|him|her & car|van|driver|purpose|deliberate*|accident|ex|moped|bike|corsa|again
chuck|chucks|chucked|throw|throws|threw|throwing|chucking|lob|lobs|lobbing|lobbed|pelt|pelts|pelted|fire|aim .. bottles|bottle|stones|stone|bricks|eggs|rocks|cans|fireworks|mud|chairs|things|stuff|rubbish|glass|food .. at|on|over .. me|us|him|her|my|our|people|kids|staff|cars|buses|windows|them
shoved|stuffed|shoving|stuffing|put|puts|putting|holding|held .. cloth|sock|hand|rag|pillow|towel|gag|tape|something .. in|over|on|round .. my|his|her|mouth|face|nose
@hater & hit|hits|beat*|punch*|kick*|spat|spit|shoved|pushed|broke|jaw|chuck*|threw|throw*|attack*|chased|follow*|jumped|threat*|pulled|stamp*|battered|urinat*|stab|stabs|stabbed|stabbing|bottle*|headbutt*|slapped|smashed & me|us|him|her|my|i|son|daughter|cos|because|for|our|we|brother|friend
same|with|held|holding|got|had|has|pulled .. needle|blade|screwdriver|knife|syringe|bottle|hammer|bat & till|money|asking|robbed|robbery|give|cash|phone|wallet|came|come|face|neck|throat
leapt|leaped|vaulted|climbed|jumped|came|reached|lunged|dived .. over|across the|my|over? .. desk|counter|bar|table|barrier|screen|till|fence & me|him|her|staff|colleague|hair|us|grabbed|attack*|threat*|swung|fist|punch*
making|make|makes|made|sharpening|sharpened|hiding|selling|smuggling .. shanks|shank|weapons|blades|knives|weapon|shivs|blade|knife
calls|called|calling|phones|ringing|rings|messages|emails & times|nonstop|constantly|hourly & he|ex|man|she|chap|bloke|husband|him|dad & work|silent|breath*|threat*|windows|follow*|outside|blocked|scared|house
swung|swings|swinging|brandish*|wielding|waving|waved|waves|raised|raises|raising & fist|fists|hand|stick|stand|chair|crutch|zimmer|frame|bottle|tray|pole|cylinder|spade|shovel|broom|iron|pan|plank|cane|belt|stool|screwdriver|racket|arm & at|me|us|him|her|staff|nurse|head|towards|my|his
pull|pulled|drag|dragged|haul|hauled|get|got|prise|prised him|her|them|it off me|her|him|us|my|the
took|takes|needed .. us|staff|guards|officers|security|police|men|people .. restrain|hold|off|pin|stop|drag & him|her|them|patient|hit|attack*|fight|kick*|punch*|violent|strangl*
kicked|kicking|kicks off & punch*|hit|threw|chair|security|police|threat*|staff|scared|smash*|violent|fists|door|kids|swinging
tried|tries|trying|attempted|attempts|threatened|threatens to .. @harm .. me|him|her|us|them|my|his|someone|staff|nurse|mum|dad|wife
tried|tries|attempted|went|wanted to .. hit|punch|kick|bite|stab|strangle|choke|attack|slap|headbutt|throw|push
battering|killing|stabbing|slashing|burning|beating|punching|kicking|slapping|strangling|choking|attacking|headbutting|biting me|him|her|us|them|staff|people|each|residents|patients|kids|wife|mum|dad|son
battering|stabbing|slashing|burning|beating|punching|kicking|slapping|strangling|choking|headbutting|biting my|his|her|our .. head|face|arm|arms|legs|back|stomach|ribs|throat|neck
black|fat|split|bust|busted|bloody|burst|bleeding|cut|swollen eye|lip|nose & he|she|they|patient|pupil|hit|punch*|fist|elbow*|fight|lad|lads|gave|got|dad|mum|ex|husband|partner|son|man|resident|scared
gave|given|giving|gives me|him|her|us .. black|bloody|fat|split|broken|concussion|bruises|hiding|slap|kicking|clout|smack
elbowed|kneed|yanked|clawed|gouged|tackled|barged|jabbed|swiped|pelted|whipped|flattened|pummelled|thrashed|rammed|wrestled|throttled|clouted|walloped|caned & me|him|her|us|my|staff|nurse|son|daughter|mum|dad|wife & arm|wrist|face|head|ribs|neck|back|eye|stomach|chest|floor|wall|he|she|they|patient|resident|lad|door
fear|fears|feared|feel|scared|afraid|terrified|frightened|worried|worry .. for .. my|our|his|her|their|staff .. life|lives|safety
fear|scared|afraid|terrified|frightened|dread|dreading & kill|attack*|hit|hits|punch*|violent|violence|aggress*|knife|stab|stabs|stabbed|stabbing|weapon|strangle*|throw*|swing*|batter*|jump*|rob*|gang|gangs|bricks|petrol
out|going|coming|come|came to? get|after|for me|us|him|her & knife|kill|hurt|gang|ex|scared|threat*|mob|police|lads
next time .. he|hell|she|they|theyll|ill|itll|i|someone & kill|dead|hospital|worse|knife|hurt|said|die|hit
someone|somebody|one of|a nurse|staff .. going|gonna|will|is to|get|end|be .. die|killed|hurt|dead|stabbed|murdered
end|ending|ends|ended up .. dead|killed|stabbed|murdered & he|she|they|someone|ex|me|us|her|him|before|if|scared|one
blocked|blocks|blocking|barred|locked|shut|stood .. door|doorway|exit|way & wouldnt|couldnt|let|leave|shout*|threat*|scared|angry|fist|fists & he|she|they|me|us|man|patient|relative|ex
in my face & shout*|scream*|threat*|fist|swear*|spit*|finger|aggress*|angry|he|they
punched|punches|punching|smashed|kicked|headbutted|smashing|kicking .. wall|walls|door|doors|window|windows|screen|glass|tv|table|car|desk|monitor|computer|machine
smashed|smashing|smashes|trashed|trashing|wrecked|destroyed .. up|the|our|my .. ward|room|place|flat|house|reception|waiting|office|car|cell|shop|kitchen|bathroom
get|got|lay|put my|these hands|fists on him|her|them|you|whoever
get|getting|got|pay|paying him|her|them|you back & hurt|make|kill|ill|knife|what|did|revenge
give|gave|giving him|her|them|you .. taste|hiding|slap|dose|same
take|taking|took it out on|him & hit|kids|wife|fists|dog|staff|smash*
i|ive|ill|nearly|almost .. lashed|lash|lashing|snapped|swung|lamped|decked|floored & him|her|them|wife|kids|mum|dad|staff|baby|son|daughter|someone|out
gun|guns|rifle|shotgun|firearm|pistol & cupboard|wardrobe|drawer|shed|loft|pocket|waistband|licence|loaded|access|under|cabinet|showed|head|threat*|pointed|keeps|kept & he|hes|she|i|my|husband|ex|neighbour|dad|son|man|partner|lad
witnessed|witness|saw|seen|watched|watching & stabb*|attack*|assault*|beat*|beaten|punch*|kick*|strangl*|knife|shot|fight|murder*|killed|stamped|dragged & man|woman|lad|boy|girl|patient|resident|pupil|friend|mum|dad|brother|him|her|staff|nurse|someone
theyd|hed|hell|theyll|shed|shell|ill|id be waiting|outside|round|back|coming
keeps|kept|keep turning|showing|coming|appearing up|round|back & finish|man|ex|asking|scared|outside|surgery|work|house|he|stop|police
shell|hell|theyll|youll|shed|hed get|have|see hers|his|theirs|yours|it|whats|what
asking|asks|asked .. what|when|where .. time|i|my|she|he & finish|live|lives|works|work|shift|school & man|bloke|stranger|someone|customer|keeps|ex|fella|lads
next person|one|man|nurse|doctor|time .. who|that|i|he|tells|says & getting|gets|chinned|hit|punch*|batter*|kill*|smack*|decked|lamped|stab|stabs|stabbed|stabbing|regret
enough of & get|gets|hers|his|theirs|sorry|regret|kill|hurt & ill|shell|hell|theyll|im|gonna|going
hed|hell|theyd|theyll|shell|shed .. come|coming for|after|round|back me|us|him|her|you|my
come|coming .. for|after|back me|us|him|her|you & swore|threat*|kill|knife|gun|prison|released|warned
take|taking|took|takes .. everyone|everybody|them|people|us|him|lot|all .. out|with|down & licence|gun|shotguns|shotgun|one|says|said|saying|threat*|ill|going
answer|answering|answered|talk|talked back & hit|fist|belt|strap|boot|slap|slapped|house|get|punch*
came|comes|come|coming|went|goes|ran|runs|rushed|charged|flew .. at me|us|mum|dad|him|her|staff|them|my & knife|hammer|spade|scissors|bat|fists|fist|bottle|iron|kettle|swinging|stick|broom|axe
bread|kitchen|carving|steak|stanley|flick|pen|butter|meat knife|blade|knives & @soul|at|threat*|drew|got|held|pulled|bag|pillow|hid|came|throat
hurls|hurl|hurled|hurling|flings|flung|lobs|throws|throwing|smashes|chucks .. things|stuff|plates|objects|furniture|iron|phone|kettle|glass|dinner|food|chair|chairs|anything
crosshairs|bullseye|swastika|noose|gravestone|rip & my|our|name|face|photo|door|wall|locker|desk|toilets
know|knows|see|seen .. what|wot .. happens|happened to .. people|grasses|snitches|those|them|kids|women|men|anyone|him|her
see|seeing|picture|picturing|imagine|imagining|watch|dream .. myself|me .. @harming|doing|kill|hurt|stab
bent|bending|twisted|twisting|wrenched|crushed|squeezed|squeezing .. my|his|her .. fingers|finger|arm|wrist|thumb|hand|neck|ear
tore|torn|ripped|wrenched|snatched|grabbed .. phone|bag|keys|walkie|badge|handbag|glasses .. out|from|off & hand|me|him|her|my & hurt|fingers|hit|threat*|pushed|face|scared|mugged|bike|bikes|bent
rob|robs|robbing|mug|mugging|mugs|jump|jumping|stab|rushing|terrorise|terrorising|terrorised & lads|teenagers|gang|gangs|youths|balaclava*|bikes|mopeds|kids|men|they|boys & people|us|me|outside|street|estate|my|everyone|residents|drivers|staff|women
smashed|smashes|broke|breaks|cracked|broken .. over|across|on|against .. my|his|her|me .. back|head|face|arm|legs|knuckles|skull
which|what .. car|house|flat|door|window|bus|desk .. was|is mine|yours|hers|his|ours & @said|wait|find|see|know|asked
rehears*|practis*|practice|researched|researching|googled|worked & him|her|them|manager|boss|teacher|husband|ex & knife|wrench|hammer|car|gun|park|kill|hurt|poison|petrol|night
chunk|lump|piece|bite out of .. @body|me|her|his|lady*|mans
nearly|almost|could .. killed|broke|blinded|strangled|choked|stabbed .. me|him|her|us|my|someone & he|she|they|patient|lad|pupil|resident|man|son|partner|again
hell|ill|theyll|shell|hed|theyd|gonna|going .. do the|my|our|a|that teacher|head|manager|boss|landlord|nurse|doctor|driver|neighbour|ex|warden|guard|bouncer|assessor|worker
sharpening|sharpens|sharpened .. sticks|stick|knife|knives|blade|blades|spoon|toothbrush|screwdriver|pencil|axe
will|ll|might|gonna|going .. have an? accident|accidents
accident|accidents & withdraw|complaint|drop|threat*|said|told|kids|statement|warning|shame|mum
list|book|notebook|diary|spreadsheet & wronged|revenge|kill|hurt|enemies|pay|get|sorry|die & names|people|who|everyone|teachers|him|them|what|keeps
went|gone|going|goes for .. him|her|me|us|them|other|each|staff|mum|dad & with|knife|strimmer|hammer|bottle|spade|throat|bat|fists|scissors|face|broken|brick
dream|dreams|dreaming|fantasis*|think|thinking|thoughts|feel|urge .. of|about|like|to .. setting|set|burning|blowing|bombing|torching|petrol & place|building|office|jobcentre|school|house|car|light|fire|alight|them|it|council|down|up
leave|leaves|leaving|go|going|goes|end .. on|in|to|with .. stretcher|wheelchair|ambulance|bodybag|coffin|box|morgue|intensive & @said|@soon|if|next|shell|hell|theyll|ill
next time|person|one|visit|knock & stretcher|knife|hammer|regret|sorry|hospital|punch*|hit|kill|bat|dog|battered|ready|waiting & i|ill|im|shell|hell|theyll|hes
done|finished|sick being nice|polite|patient|reasonable
hand|give|hands .. phones|phone|money|trainers|wallet & or|else|get|leathered|battered|beaten|hit|stabbed|jumped|knife|threat*
held|hold|pinned|holding|pin .. down & lads|boys|girls|they|fire|burn*|hit|kicked|punch*|spat|cut|drew|wrote|drink|stripped|hair|mouth
brick|bricks|firework|fireworks|stone|stones|egg|eggs|paint|pig|bacon & mosque|church|synagogue|temple|window|windows|door|shop|house|gurdwara & again|thrown|threw|through|third|racist|smashed|every|put|left|lobbed
cat|dog|rabbit|horse|pony|hens|pigeons|pet shot|killed|poisoned|hanged|stabbed|kicked|drowned|burnt
shot|killed|poisoned|drowned|strangled|burned|burnt|hanged .. my|our|his|her|the cat|dog|rabbit|horse|hens|pigeons|pet|sheep|budgie
smash|smashed|smashes|smashing|trashed|trash|wreck|wrecked .. place|flat|house|room|everything|up & he|she|son|lodger|partner|husband|ex|dad|brother|tenant|me|threat*|chair|scared
family|lads|men|neighbours|people|tenant|lot .. upstairs|downstairs|next|opposite|above|below & machete|machetes|knife|knives|gun|guns|bat|bats|threat*|scared|fight*|attack*|violent|dogs|police
at war|loggerheads & knife|strimmer|hammer|neighbours|gang|gangs|stab|stabbed|bat|estate|families|shot
chefed|shanked|poked|wetted|dipped|ching*|splashed|chinged|nanked|yoked & up|me|him|bro|mate|mates|lad|week|my
mates|lads|kids|boys|olders|youngers|they|hes|everyone .. are|is|all .. carrying|tooled|strapped|armed
got|gets|jumped|came|comes .. out with .. a|an|the .. brace|bat|bar|knife|hammer|pole|iron|wrench|spanner|club|machete|stick|axe
put|puts|putting|land|leave .. me|him|her|them|you .. in .. wheelchair|coma|ground|box|grave|plaster & hell|ill|theyll|shell|hed|will|would|said|threat*|gonna|going
telling|tells|told|says|saying|got|has .. everyone|people .. list|plan & school|year|lad|pupil|kill|names|gun|knife|monday
stamped|stamps|stamping|stomped|stomps|trod|kneeled|knelt|jumped .. on|in .. my|his|her|their|a .. @body|leg|legs|foot|ankle|stomach|fingers|knee
forced|held|pushed|pressed|shoved .. my|his|her .. hand|face|head|arm|fingers .. onto|on|in|into|under|against|through .. hob|iron|fire|radiator|water|toilet|wall|floor|door|glass|cooker|bath|window|table
cross|line|crosshair .. through|over & photo|picture|face|kids|name|my
want|wants|wish|wanted .. him|her|them .. dead|gone|hurt & working|plan|planning|how|going|i|ill|gun|know
heavies|bailiffs|henchmen|enforcers|goons|minders & broke|break|beat|threat*|fingers|door|legs|hit|scared|came|sent
held|grabbed|gripped|twisted|squeezed|bent|yanked .. my|his|her .. wrist|wrists|arm|arms|fingers|neck|hand|jaw & cracked|let|hurt|bruise*|wouldnt|broke|until|snapped|marks|patient|resident|lad|popped
see|make|watch|watching .. them|him|her|you|teachers|lecturers|staff|people|everyone|manager .. bleed|suffer|burn|beg|die|hurting
wait|waits|waiting|catch|get|corner .. until|till|til|when .. shes|hes|she|he|im|i|youre|theyre .. alone|own|asleep|dark & @said|he|man|patient|threat*|ex
# warned, watched, rung
minutes|mins|seconds .. alone|room with .. him|her|that|them|whoever
snitch|snitches|grass|grasses .. get|gets stitches|hurt|cut|dealt
leave|move|pay|talk|go|out or .. burn|die|bleed|dead
notes|letters|note|letter .. through|under .. door|letterbox & leave|burn|die|threat*|know|watch*|kill|dead|get
anonymous|unsigned letter|letters|note|notes|messages|texts|calls & will|get|threat*|kill|know|daughter*|kids|family|hurt|scared
times .. day & rings|calls|phones|texts|messages|ringing|texting|calling & numbers|number|blocked|knows|ex|wont|stop
new|different|another number|numbers & blocked|keeps|ex|rings|texts
knows which|what|where .. ward|room|hostel|shift|shifts|school|i .. live|work|park|finish|on|in & he|ex|she|they
attacking|hitting|groping|grabbing|touching|slapping .. ladies|women|residents|patients|nurses|girls|staff
finish|finishing|finished him|her|me|them|us off
"""
