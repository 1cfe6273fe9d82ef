"""What people say in a roundabout way who do not want to live: no later, no place in the world, no way on; after lexicon_self_harm_quiet."""

ROUND = """
# nothing is planned for later
havent|hasnt|not|wont|didnt|stopped|never|no .. bought|buy|buying|booked|book|booking|renewed|renewing|planned|planning|ordered|replaced|planted .. coat|shoes|clothes|boots|anything|owt|nothing|calendar|diary|bulbs & no need|point|use
havent|hasnt|not|wont|didnt|stopped|never|no .. bought|booked|booking|renewed|planned|planning|ordered .. anything|owt|nothing|holiday|calendar|diary|clothes|coat & deliberate|deliberately|purpose|anymore|stopping|gone|longer
stopped|stop|quit|gave|given .. making|make|up plans
isnt|not|aint|doesnt .. making|make|planning|plan plans|ahead|anything & key|keys|give|gave|return|bed|room|anymore|point|longer|client|resident|friend|son|daughter|husband|wife
dont|no|never|not|dnt|why bother|point|need|use .. putting|counting|including|booking|signing|enrolling|expecting me|us .. down|in|for|up .. next|again|after|anymore|september|term
why save|saving|pay|paying|plan|planning|revise|learn|renew|fix|mend|bother .. when|if .. im|i|ill|be not|wont|aint|here|gone|dead|stopping|staying
what .. save|saving|pension|revise|qualification|future .. for & im|i|ill & not|wont|aint stopping|staying|here|around|gone
aint|isnt|not gonna|going|goin|gunna .. be|b .. around|here|about|alive .. for|when|by|next|much|long|to
another|more|one @horizon|day|month|week|night|year in me|him|her|us
stopped|past|beyond|not|dont|didnt|quit|longer .. caring|care|bothered|fussed|minding .. whether|if .. here|around|alive|wake|live|survive|morning|through
!nowhere & asked|ask|where|picture|yourself|myself & years|yrs|future|5|ten|10|five
# out of the way before long
be|get|got|keep out of everyones|everybodys|everyone|your|yous|their|his|her|peoples|all .. hair|way|road|lives & soon|good|forever|weekend|@horizon|longer|then|promise
wont|not|never|aint|wouldnt .. bother|burden|nuisance|problem|trouble|worry|weight|strain .. much|any longer|more|soon
wont|not|never|shant waste|wasting|trouble|bother|burden .. you|time|anyone|anybody|it|them|anyones again|anymore|longer
not|wont long now & says|saying|said|keeps|smil*|calm|ready|photo|wife|husband|grave|peace|tired|hes|shes|i|ill|goodbye
wont|not|shant|isnt be? long|soon & photo|picture|grave|ashes|urn|headstone|late|heaven|join*|wife|husband|stone
up there|heaven|side soon|shortly|before|again & be|ill|hell|shell|see|report*|join*|meet|going|says|said|with
itll|it|all|everything|ill|thatll .. sorted|over|done|finished|dealt|gone by|before|after .. weekend|tomorrow|monday|friday|sunday|tonight|@horizon & sorry|wasting|goodbye|bother|wont|burden|nobody|worry|forgive
if .. dont|not|never .. turn|show|come|make up|in|back|monday|tomorrow|it & know|knows|guess|tell|why & why|because|reason|loved
going|go|gone|leaving|taking|off .. on|for|a long|last|final|one trip|journey|holiday|voyage|sleep & asked|say|saying|tell|told|back|wont|where|soon|goodbye
wonder|wondering|think|thinking|dream|dreaming|imagine|fantasise|picture about|of|just? .. not|never .. getting|arriving|coming|going|waking|returning there|home|back|up|anywhere
keep|just|and driving|walking|swimming|cycling|going until|till|til|into|and .. stop|back|sea|disappear|nothing|runs|falls|cliff & i|id|im|he|she|wish|think*
drive|walk|swim|cycle off|out|away and .. not|never .. back|return|come|stop & i|id|could|want|think*|wish|feel
# the world without me
without me|him|her taking|in|around|here|there|being|holding|dragging|getting & more|better|easier|everyone|everybody|they|theyd|happier|room|free|lighter|richer|calmer
everyone|everybody|family|kids|wife|husband|world|they|theyd|partner|children|hed|shed .. better|easier|happier|lighter|breathe|free|freer|richer|calmer|relieved .. without|if|once|when & i|me|im|id & wasnt|werent|gone|without|died|vanished|left|picture
im|i|am|being|such .. weight|millstone|albatross|stone|anchor|leech|parasite .. on|round|around|of|to .. neck|necks|shoulders|back|family|everyone
be|well|better rid of me
do|doing|did .. world|everyone|everybody|family .. a? favour|favor & me|i|im|he|she|him|her|myself|just
i|im|id|he|she .. should|could|might|may|better|ought|rather|gonna|want .. vanish|disappear|evaporate|cease|perish|dissolve & everyone|nobody|noone|think*|right|feel|just|forever|good|forever|world|anymore|rather
i|im|me|am|hes|shes|he|she just? taking|take|takes|waste|wasting|using up? space|oxygen|air|room
get|gets|have|collect|claim|getting the|my|his|her life? insurance|payout|policy & family|kids|wife|husband|they|theyd|children|mum|shed|hed
!dont|doesnt|not|wont|never|didnt .. need|want|miss|notice me .. in|about|around|it|here|gone & world|life|they|everyone|family|kids|place|full|people
not|wouldnt|nobody|noone|no|never|barely|hardly .. notice|miss|feel|see .. gap|hole|difference|space .. i|he|she|left|leave|me|him|her|id
if i|he|she|id .. wasnt|werent|weren|wasn|not .. in|on|part .. picture|way|world|earth|planet|scene|story
weeks|days|months before|till|until|til .. anyone|anybody|they|people|someone|landlord|council|neighbours|cleaner|rent .. found|noticed|find|notice|missed me|him|her|i
weeks|days|months before|till|until|til .. found|find|missed|noticed me|my
nobody|noone|no .. rings|visits|calls|phones|knocks & slipped|gone|notice|dead|die|hand|found|disappear*
invisible|ghost|nothing|nobody & official|permanent|anyway|might
# rest, sleep, home, the next life
wish|hope|want|like|love|nice|rather|could|pray .. go|fall|drift to|off? bed|sleep & be|was|thats|is it|that|all|end|over|done
asleep|sleep|sleeping|resting|rest for? ever|forever|eternally|eternity
sleep|rest|peace & only|forever|ever|never|long & im|ill|get|going|end|want & die|gone|ever|left|over|grave
be|feel|feels|felt|as a? relief|release|blessing|mercy|comfort|glad|happy & terminal|incurable|inoperable|fatal
let it|death|illness|cancer|him come|take|win
god|lord|allah|jesus|reaper|death|universe .. took|take|takes|taking|call|calls|called|collect|want|wants|claim|have me|him|her
tired|exhausted|weary|worn|knackered & not|dont|isnt mean|talking|about|the|just|a? .. sleepy|sleep|work|body|physically|kind|sort
go|going|be|want home & dont|not mean|talking .. house|flat|here|road|hospital|building|place
next life|lifetime|world & catch|see|maybe|better|meet|perhaps|hope|luck|this
off the|this ride|carousel|roundabout|rollercoaster|world|planet & want|stop|let|please|get|wanna
door|sign|way marked|saying|says|called|labelled exit|out
exit|out|ending|end & all i|he|she can? see
can|could|able leave|go|stop|exit|end whenever|anytime|when i|he|she|we? choose|want|like|decide|wanted & calm|comfort*|peace|knowing|relief|nice|helps
made|making|make|found my|his|her|their|its|own? peace & tell|fault|done|goodbye|with it|everyone|ready|counsellor|dying|thank*|sorry|ill|now
tell|told|let .. best|everything|all .. they|she|he|you .. could|did|can & fault|blame|sorry|thank*|peace|gone
not|nobodys|wasnt|isnt her|his|your|their|anyones|anybodys? fault & i|ill|im & goodbye|tell|gone|sorry|decided|peace|done|remember|after
!be|am|finally|all .. at peace & i|id|im|we|wed|both|want|wish|together|soon & would|id|wed|want|wish|soon|think*|rather|both
had|got|have|has the right idea & died|dead|gone|herd|cows|suicide|left|lost|went|out|jumped|himself
runs in .. family|blood & turn|next|went|himself|herself
its|my|be|is my|me turn|next & died|went|himself|herself|suicide|gone|dad|brother|family|runs
# no way on
no|any|lost|zero|without wish|desire|appetite|inclination to|for|of .. carry|live|living|life|outlive|continue|wake|survive|grow
!no|not|cant|dont|wont|never|how|why .. carry|live|living|exist|go on? past|without|beyond|after her|him|mum|dad|them|wife|husband|mam & i|ive|im & wish|want|carry|live|living|see|point|exist
run|ran|running|runs|running out of .. reasons|reason|hope|tomorrows|road|rope|fight|excuses|lives & i|ive|im|he|she|hes|shes|id|weve
only|just one way|ending|end|place|outcome|road|direction .. this|it|things|im|i|that .. finishes|ends|goes|end|finish|stops|going|heading|out
done|did|doing|done the|my|his|her sums|maths & answer|better|worth|way|dead|insurance|option|out|solution
only|just one answer|option|solution|thing|choice left & i|im|me|ive|us
another|other|own|different|quicker|better|easier|found way out & i|ive|im|ill|found & place|list|queue|appointment|anymore|goodbye|longer|therapy|instead
nothing matters|tastes|touches|helps|reaches|means & nothing|anymore|numb|no|point|left
no|see|not|any|never point in|to|of any|all? of it|this|anything|everything|me
fog|dark|darkness|blackness|black|depression|demons|illness|monster|sadness|monsters has|have|is|are|will|s|had? won|winning|wins|swallow*|swallowed|beat|beaten|taken|eating
bottom of|in a|the|this|some well|pit|hole|ocean|barrel|sea & i|im|ive|me|feel|its|he|she & shout*|climb*|light|out|stopped|alone|nobody|dark|live|stuck|like
drowning|sinking & waving|waves|wave|inside|silently|nobody|noone|smile|smiling|see|sees
end of the|my|his|her road|line|track|tracks for me|him|her|us
end of the|my|his|her road|line & whats|nothing|left|job|lost|no|alone
whats|what is|nothing|anything|little? left for .. me|man|woman|him|her|someone|bloke
thats|thatll|ill|im|its|then me|be|it|him|her? done|finished|over|out|gone & if i|they|she|he .. fail|lose|loses|take|stop|leave|dont|go|get|evict
if i|they|she|he .. fail|lose|loses|leaves|evict|sack & done|finished|over|gone|out|ending with|for everything|life|good|me
done|finished|through with|of|being everything|everyone|people|me|it all
feet first & leave|leaves|leaving|going|carry|carried|only|ill|house|hell
by|with my|his|her|their|own own? hand|hands & gone|go|end|slip*|slipped|die|died|leave|out|dead|take|going|went|life
by choice|design & morning|night|alive|make|made|here|die|gone|wake|woke
nearly|almost|barely .. make|made|see|last it? to|through|till|the morning|night|dawn & choice|own|hand|purpose|wanted|myself|design
last|final|closing|close chapter|curtain|page|act|book & life|mine|me|im|my|its
resign*|unsubscribe|unsubscribing|subscription|notice & life|existence|living|being alive|human
dont|not|nobody|noone|no resus|resuscitate|revive me
let nature|it|god|illness .. do|take|finish|decide & guts|me|treatment|havent|courage|wont|no
# what lies ahead, and whom they would go to
!dont|doesnt|not|cant|cannot|never|no|longer .. recognise|see|picture|imagine|find|believe|want .. future|tomorrows|old|later & i|me|myself|he|she|him|her
already|have|ive chosen|picked|decided|settled .. night|day|date|way|spot|hour|tree|how|when|method & i|ive|he|she|told|nobody
lost|died|passed|went|buried & intend|plan|ready|shall|want|hope|wish|soon|going to? follow|join|meet
late|dead|departed husband|wife|mum|dad|son|daughter|partner|brother|mother|father|mam & intend|join*|meet|calling|calls|reunited|soon|waits
hope|hoping|hoped|wish|pray|praying|like .. anaesthetic|anaesthetist|operation|surgery|op|plane|lift|surgeon|needle .. wrong|fail|fails|stops|snaps|slips|crash*
would|rather|like|love|prefer|quite|wish .. not .. be|being|feel .. person|human|anyone|anything|alive|anybody|me
feel|be nothing forever|ever|eternally
slip|fade|slipping|fading off|away & i|ill|fuss|quietly|nobody|noone|one|nite|night
writing|talking|speaking|posting|sending .. estate|executor|executors|widow|widower|headstone|grave|ghost & youll|by|time|will|be|soon
no one|nobody|noone .. to follow|chase|review|discharge|evict|invoice & cancel*|gone|soon|longer|point
no|not mood|wish|desire|plan|plans .. linger|stay|remain|stick|hang & i|im|around|longer|long|on
last one left & i|im & linger|stay|join|gone|follow|point|alone|rush|go
wish|want|ready|ask|asking|begging|time to? be let|allowed|released|permitted to? go|die|rest|leave
three score|good run|good innings|borrowed time|threescore|had my run & i|im|ive|ready|enough|go|let|giving
if|when u|you|anyone|someone|they find|finds|found|reading|read this|me|note|body
look|see|think|thinking|eye|stare .. medication|meds|tablets|pills|insulin|morphine .. answer|solution|exit|escape|option|friend|door|wonder
months|weeks supply|worth & tablets|pills|meds|medication|insulin & easy|easier|tempt*|once|swallow|answer
leave|left|turn|leaving .. gas|oven|hob|candle|candles .. on|burning & purpose|whether|hope|hoping|care|wake
think|wonder|thinking|wondering|tempted about|of|by|at|if .. bend|bends|barrier|lorries|pylons|oncoming|letting|verge|embankment
how long & bath|rope|beam|drown*|hang|gas|fall|bleed* & wonder*|think*|imagin*
no one|nobody|noone to? .. careful|stay|live|fight|wake|cook|matter for|to|up
bag|rucksack|case packed & isnt|not|wont .. holiday|trip|hospital|coming|back
i|ive|always told|tell|say|said .. im|i|was|am .. fine|safe|ok|okay|alright & wasnt|lied|lie|isnt|hang|chosen|truth|inside|smile
cry for help & i|im|my|not|stopped|she|he|hers|his
know|decided|certain what|how .. ill|i|im|hell|id .. do|doing|going|end|gonna & if|when|once & discharge*|stop|leave|leaves|evict*|sanction*|refuse*|lose|send|close|fail
better|proper|decent|nicer mother|mum|father|dad|wife|husband|parent|daughter|son & without|remarr*|else|gone|replace*|find|if & i|me|kids|children|he|she|they
sorry|disappointed|regret|cross|gutted|sad .. woke|wake|waking|arrived|alive|survive*|came|eyes & morning|mornings|day|again|each|every|still
if & crash*|sank|snapp*|collaps*|fire|burn*|drown* & wouldnt|not|never|dont .. press|shout|run|move|ring|scream|fight|swim|leave|escape
peaceful|calm|peace .. looked|looks|looking|was|seemed|he|she & box|coffin|died|dead|chapel & think*|envy|keep|jealous|want|wish
green bananas
i|id|we .. would|could|should|might|may have|be|been .. gone|done|finished .. by now|already|long|ago & cat|dog|kids|mum|only|wasnt|werent|without|if|brave|courage
not|never|dont|doubt|cant .. see|get|getting|make|reach|want|gettin .. to|be|past 20|21|25|30|35|40|50|60|thirty|forty|fifty & ok|fine|good|i|im|want|care|happy|tbh|peace
life|living|everything|existing|breathing & chore|effort|sentence|punishment|torture|mistake|joke|burden|prison|unbearable|ordeal & i|im|me|my|feel*|just|end|anymore
born|exist|existing|alive & shouldnt|mistake|accident|wish|never|regret|sorry|curse & i|im|me|my|was
everyone|everybody|they|people|family .. leaves|left|leave|hates|hate|gone|forgets|forgotten me & point|alone|end|die|anymore|nothing|deserve|vanish|left|why
ready|want|need|time|waiting|longing to .. go|leave|sleep|rest|stop & forever|now|anymore|good|lord|god|enough|world|life|end|please|home & tired|life|lived|enough|god|lord|forever|world|done
# in few words
rather|sooner|prefer|better .. never|not|dead|buried|gone .. wake|again|exist|born|alive
everyone|everybody|family|kids|wife|husband|theyd|world .. happier|lighter|freer|relieved|easier|better .. without me|us|him|her
not|never waking up|again
dont|not|never .. expect|plan|planning|intend .. to .. live|reach|wake|survive|last
no future for|left|ahead|anymore
own|my funeral|gravestone|obituary|eulogy|headstone|coffin
want|wanna|gonna|might|could|thought|thinking|ready|tempted|going .. end|ending it
!never|shouldnt|hadnt .. been? born|existed
!no|any|little fight|strength|will|spark left
only way .. ends|stops|peace|escape|rest|quiet
fade|wither|rot|waste away & i|im|me|she|he|let|just
of|about not being here|around|alive
lived|stayed|been|lasted too long & world|life|guest|i|im|feel
life insurance & asks|asking|asked|keeps|pays|suicid*|wondering
gutted|disappointed|regret .. woke|wake|waking|alive|survive*|eyes
joining|join|reunited .. my|his|her|him|them|late .. husband|wife|mum|son|daughter|heaven|soon|side
swerve|swerving .. into|off
cant|hard|struggle|why|reason|stop|tired .. exist|existing
want|wants|wanted|wish it|all|everything to? be? over|finished|ended|gone
"""
