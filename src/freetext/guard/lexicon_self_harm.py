"""What people write who hurt themselves or do not want to live, or who know of somebody."""

from freetext.guard.lexicon_self_harm_acts import ACTS
from freetext.guard.lexicon_self_harm_hints import HINTS
from freetext.guard.lexicon_self_harm_quiet import QUIET

THOUGHTS = """
# death that is wanted
im|am|feel|feeling|felt|was|been|is|hes|shes .. suicidal
suicidal|suicidle|sucidal & thoughts|feelings|ideation|feel|feeling|me|i|my|he|she|and|again
committed|commit|committing|attempted|attempt|attempting|tried|try|considering|considered|contemplating|contemplated suicide
unalive|unaliving|unalived
kms
kys
kill|killing|kills|killed|hang|hanging|hung|hanged|drown|drowning|top|topping|topped|shoot|poison|poisoned|poisoning|gas|gassed|gassing|smother @self
hurt|hurting|hurts|harm|harming|harms|harmed|cut|cutting|cuts|injure|injuring|injured|burn|burning|burns|burnt|burned|starve|starving|starves|bite|biting|bites|hit|hitting|hits|punch|punching|scratch|scratching|stab|stabbing|stabbed|strangle|strangling|choke|choking|punish|punishing|punishes|slash|slashing|slashed|damage|damaging @self
hate|hates|hating|despise|loathe|loathes|loathing @self
selfharm|selfharms|selfharming|selfharmed
do|done|doing|did|does @self in
do|done|doing|did away with? @self
away with @self
finish|finishing|finished @self off?
finish|finishing off @self
end|ending|ended|ends|finish it all
end|ending|ended|ends|take|taking|took|takes|taken .. own life|lives
end|ending|ended|ends @his life|lives|misery|suffering
taken|take|taking|took|lost .. own life
own life|lives & taken|take|taking|took|end|ending|ended
want|wants|wanted|wanting|wanna|wish|wishes|wished|hoping|hope|pray|prays|praying|ready|rather|prefer|sooner to? .. die|dead|dying
want|wants|wanted|wanting|wanna|wish|wishes|wished to? .. disappear|vanish
want|wants|wanted|wish|wished .. death|dead
talk|talks|talking|talked|speak|speaks|speaking|thoughts|think|thinks|thinking|thought .. dying|killing|ending
thinking|thoughts|think|thought|talks|talking|talked .. being dead
better off dead
be|being|was|were better off without|gone|not
theyd|they|everyone|everybody|family|kids|world|all .. be? better|happier .. without|off .. me|i|him|her|this
better off without me|him|her
better .. mum|dad|mother|father|wife|husband & out|without|gone|die|different
me|myself|us .. out the|of picture
out the|of the? picture .. good
burden|nuisance to|on .. everyone|everybody|family|them|kids|people|daughter|son|wife|husband|all|others|you
im|am|feel|feeling|felt|be|being|hes|shes such? just? a? .. burden
theyd|they|everyone|you|youd|kids|shed|hed .. get over it|me
no one|body would|will|d .. miss|notice|care .. me|i|if
nobody|noone|who would|will|d .. miss|notice|care .. me|i|if|gone
wouldnt|wont|not be missed
would|will anyone|anybody notice|care|miss & gone|die|died|dead|went|me
!dont|dnt|don|didnt|not|doesnt|no|never|longer want|wants|wanted|wanting|wanna|deserve|deserves to? .. live|alive|living|exist|existing|wake|waking
!dont|dnt|not|doesnt want|wants|wanted|wanting|wanna .. be here|around|alive any?|anymore|now|and
!dont|dnt|not|doesnt want|wants|wanted|wanting|wanna to? be here|about|around
!dont|dnt|cant|cannot|not|doesnt want|see|face|imagine|think|wants to? me|myself|him|her? .. go|going|carry|carrying on|much
!dont|cant|cannot|doesnt|not .. see|picture|imagine .. future|tomorrow|christmas|next
!cant|cannot|cnt|not|unable .. go|carry|keep on|going .. anymore|more|longer|much|like|any|living|without|with
!cant|cannot|not .. go on
!cant|cannot|cnt|couldnt|not .. take|do|cope|bear|stand|manage|face|live ... anymore|longer|life|living|tomorrow|another
!not coping|cope
!cant|cannot cope & anymore|more|longer|alone|breaking|end|crying|help|desperate|please|scared
!wont|not|dont|never .. be here|around|alive|about .. by|when|next|much|long|for|come|tomorrow|after|to|christmas
!wont|not|never .. see the? .. week|month|year|christmas|weekend|spring|summer|morning|birthday|out|through
!wont|not|never make|last|see it? .. christmas|weekend|week|winter|birthday|morning & i|he|she|says|said|me
!dont|not|no bother|need|point|use .. ringing|calling|contacting|replying|phoning|writing|reply|ring|call|chasing & after|by|gone|late|here
by the time you|they|anyone get|read|gets|reads|find|finds|see
if|when you|u re? reading|read this & gone|late|dead|sorry|over
too late for me|him|her
will|ll|gonna|going|youll|they .. read about me|it|us
read .. about me .. paper|papers|news
paper|papers|news|headlines|headline & me|my|im|ill & read|see|know|find|sorry|front|page
on your conscience|hands|head|heads & death|blood|will|die|me|be
blood on|is your? hands
# nothing left
nothing|nowt|nought|little|anything .. live for|fight for|living for|get up for
!nothing|nowt|no|not|any|anything left .. me|live|give|here|him|her|in
!no|any|little|see|zero|without|wheres|whats|what|the reason|point|purpose|sense .. live|living|life|alive|waking|exist|existing|carrying|stay|staying|stick|sticking|anymore|continuing|going
!no|any|little|see|zero|whats|what .. reason|point|purpose|sense|use in|to|of|me .. being here|alive
!no|any|little|see reason|point|purpose|sense .. carry|go|keep|get|wake on|going|up
lost|lose|losing|no|without the|my|his|her|all will|hope|reason .. live|life|living|left|go|future
!no|lost|any|all|without hope left?
!no hope & left|none|me|future|life|sorry|end
hopeless & i|im|feel|feeling|felt|life|everything|me
worthless & i|im|feel|feeling|felt|life|everything|me|am|hes|shes
despair|desperation|suicide & i|im|life|alone|help|end
life|living|this isnt|not|aint|is|hardly|isn|wasnt .. worth living|it|nothing|anything|living
!isnt|not|aint|nt|wasnt|hardly|nothing worth living|carrying|waking|getting|being
!life .. no|not|without|lost|isnt|has .. meaning|worth|point|purpose|pointless|meaningless
everything|life|it|all|existence|living .. pointless|meaningless|hopeless|worthless|empty|bleak|unbearable & i|im|feel|feels|me|my|since|life|anymore
whats|what|wheres is? the? point & living|anymore|life|me|carrying|going|trying|alive|waking
!cba|cant|bothered .. living|existing|breathing|life|being alive?
!done with? living|existing|life
!tired|sick|weary|exhausted|done|fed|bored|through|finished|enough of|with|up .. living|life|alive|existing|breathing|world|myself|everyone
done with this? the? life|world|living|all
had|have|has|hes|ive|shes .. enough .. life|living|world|everything|all|end
had|have|ive|hes|shes .. my|his|her|me time|innings .. want|go|ready|now|and
want|wants|wanted|need|needs .. out of this|here|life|world|it
want|wants|wanted|need|just|wish|make .. it|this|pain|all|them .. over|stop|end|finish|finished|done & me|i|pain|cant|included|life|with|anymore
!no|only|any|see|other|one way .. out|forward
only|one|other way .. out|option|answer|escape & dead|die|death|end|me|i
!no|any|see light .. tunnel|end
light at the end & no|isnt|not|cant|dont|me
no future & me|i|my|him|her|left|see
given|giving|give|gave up on|with|wanting life|living|myself|everything|himself|herself|hope
given|giving|gave up & life|living|fight|fighting|eating|alive|die|hope|want
dark|darkest|scary|horrible|bad|intrusive|terrible|awful thoughts
dark|darkest|black place|places|hole|pit & i|im|me|my|hes|shes
rock bottom
at|to|near|reached|reaching|over|pushed|on|end the? .. end of .. tether|rope
end of my|his|her|their|our tether|rope
close|closer|pushed|pushing|push|drive|driving|driven|drove|tip|tipped .. edge|brink & me|i|him|her|my|over|us
at|on|close the? breaking point|edge|brink & i|im|me|my|hes|shes|life|cant
voices & telling|tell|tells|told|hurt|kill|say|saying|die|harm|jump|louder|back|head
lost the|his|her|my will .. live|go
# death looked at calmly
wish|wishes|wished|wishing|hope|hoping ... never|not|hadnt|didnt|wasnt|dont|wouldnt|wont .. born|wake|woke|woken|survived|alive|existed|exist|here|wakes|saved|found|live
wish i|he|she .. was|were|wasnt|am dead|gone|not|alive|here|never
wish i|he|she|id .. died|die|gone
go|going|went|fall|falling|drift to? sleep|bed .. not|never|dont .. wake|waking
not|never|dont|wont|didnt .. wake|waking|woken|woke .. up & want|wish|hope|hoping|pray|praying|wouldnt|sleep|rather|if|would|disappointed|sorry|better
disappointed|gutted|sorry|sad|annoyed|angry .. wake|woke|woken|alive|survived|still
every|each morning|day|time .. wake|woke|waking & disappointed|wish|hate|dread|die|dead|not|sorry|regret
would|id|might|should|could|ought|rather|sooner|wish .. be|been .. dead & i|me|my|guts|courage|easier|better|bottle|nerve|if|we
if i|he|she|only had the? guts|courage|bottle|nerve|balls
guts|courage|bottle|nerve to do|end|go|jump|through|finish|kill & it|myself|life|with
easier|better .. if|when|for .. i|me .. wasnt|werent|died|dead|gone|here|go
!dont|not|wouldnt|didnt|no longer? care|mind|bother|bothered|fussed if|whether .. live|die|dead|alive|wake|died|happens|killed|hit|run
if a|the|that lorry|bus|car|train|truck & move|care|mind|hit|came|hoping|hope|step|stepped|hits
lorry|bus|train|car|traffic|truck|trains|tube|cars|lorries|motorway|platform & stepped|stepping|walk|walking|walked|jump|jumped|jumping|throw|threw|under & front|into|under|off & i|me|my|myself|he|she|thought|thinking|hope
jump|jumped|jumping|jumps|throw|threw|throwing|walk|walked|walking|step|stepping|stepped .. front of|off
jump|jumped|jumping|jumps|throw|threw|throwing|thrown|leap|leapt|step|stepping .. off|from|out .. roof|bridge|balcony|building|window|cliff|multi|block|pier|flats
jump|jumping|jumped|throw|drive|driving|drove|walk|walking|walked|go|going|wade|waded|end|crash|swerve .. into|in|off|under|onto|on the|a|oncoming .. canal|river|sea|lake|reservoir|tracks|wall|tree|traffic|road|train|trains|rails|railway|bridge|cliff|water|weir|motorway
train|railway|rail|tube line|lines|tracks|track|bridge & walked|walk|went|stood|sat|standing|going|ended|came|come|i|night|found|talked
bridge|cliff|cliffs|roof|rooftop|ledge|tracks|platform|quarry|viaduct|weir|canal|river|pier|balcony|parapet & stood|standing|stand|sat|sitting|legs|edge|over|jump|jumping|thinking|thought|talked|ended|went|drive|drove|driving|pulled|looking|walk|walked & i|me|my|he|she|him|her|me|myself|police|husband|wife|son|daughter|lad|boyfriend|friend|mate
window|balcony|roof|bridge|building ledge|rail|edge|wall & legs|sat|sits|sitting|stood|jump|over|out|climbed
beachy head|cliff
gun|shotgun|rifle|gas cupboard|cabinet|locker|oven|bottle & hes|shes|i|me|talking|talks|goodbye|goodbyes|end|life|thinking
rope|noose|ligature|hose|hosepipe|flex|cord|dressing .. shed|garage|loft|neck|tree|attic|exhaust|beam|banister|bannister|bought|ready|hidden|out|tied
noose|ligature|ligatures|ligatured & me|i|he|she|her|him|neck|found|made|tied|made|round
tied|tie|ties|tying|wrapped|wraps|put|puts|something|cord|sheet|scarf|belt|flex|wire|lace|laces|bag .. round|around|over .. neck|throat|head
round|around @his neck|throat & tied|tie|tying|put|sheet|belt|cord|rope|scarf|lead|wire|wrapped|something|hands|marks
found .. hanging|hung|hanged|unconscious|unresponsive|dead & him|her|me|my|son|daughter|husband|wife|mum|dad|friend|mate
picked|pick|chosen|choose|set|got|have|marked|chose .. a|the|my|his|her date|day|place|spot|song|songs|tree|bridge & end|funeral|done|die|goodbye|it|peace|calm|sorry|know
picked|chosen|chose|set .. date
got|have|ive|has|hes|shes|had|made|making .. a plan|plans & die|dying|end|kill|tablets|pills|bridge|suicide|life|myself|it|how|die|crisis
know|worked|decided|planned|planning|research|researched|researching|looked|looking|google*|googling|searching|searched|search|how|ways|way .. to|out how|ways|way|which|up .. do it|die|kill|hang|end|overdose|tablets|pills|painless|method|methods|lethal
google*|googling|searched|searching|searches|search|looked|youtube .. ways|how|methods|painless|suicide
painless & way|ways|die|death|end|go
ways|way to do it|die|end|go
slip|slipping|slipped|sneak away|off|out .. nobody|no|noone|find|found
so|where nobody|noone|no|anyone one? would|could|will|can .. find .. me|him|her|time
find|found me|him|her|my|his .. body|late|dead|hanging
find|found .. in time
my|his|her|own funeral & own|picture|picturing|imagine|imagining|plan|planned|planning|song|songs|thinking|think|relief|want|wants|chose|chosen|paid
letter|letters|note|notes|envelopes|envelope & goodbye|each|kids|children|wrote|written|writes|drawer|hidden & my|her|his|she|he|i|wife|husband|mum|dad|son|daughter
said|say|says|saying|write|wrote|writing|tell|told|final|last @his? goodbye|goodbyes|farewell|farewells|byes
goodbye|goodbyes|farewell
tell|tells|told|telling .. sister|mum|mam|dad|kids|children|wife|husband|son|daughter|family|brother|boys|girls|them|partner|nan|girlfriend|boyfriend .. sorry|love|loved|loves|proud|fault
sorry & everyone|all|family|kids|mum & cant|goodbye|anymore|forgive|gone|burden|me|end
giving|gave|given|gives|rehomed|rehoming|rehome|sold|selling away|his|her|my|all|stuff ... belongings|possessions|things|stuff|collection|tools|dog|cat|guitar|records|jewellery
giving|gave|given|gives|sorting|sorted|put|putting|getting .. affairs|belongings|possessions|will .. away|order|sorted
affairs in order
its|it|his|her|this|my|be|is|theyre last|final .. week|day|days|christmas|birthday|chance|term|goodbye|night|post & me|world|hes|shes|says|said|done|goodbye|life|posting|posted|him|her|will|be
next|third|second|this time ... succeed|properly|manage|wont|work|sure|right|mean
third time lucky
!wont|dont|dont|not|cant|couldnt|didnt|wouldnt .. stop|trust|keep|save|protect|control myself|me|himself|herself .. time|safe|alone|anymore|next|now
trust myself|himself|herself
keep|keeping|kept @self .. safe
safe|alone|trusted with|from @self
need|needs|want|wants|wanted|please|someone|somebody|no .. stop|save me|myself|him|her .. before|because|doing|this|from
someone|somebody please? stop|help|save me & please|die|cant|before|end|alone
went|gone|go|going|goes .. that|same|this way & mate|friend|brother|dad|son|understand|understood|i|thinking|see|lads
join|joining|joined|be|being|see|seeing|reunited .. with? my|him|her|them|late .. heaven|husband|wife|mum|son|daughter|again|soon|side & soon|die|dead|want|ready|wish|miss|waiting|gone|join|heaven
"""

RULES = f"{THOUGHTS}\n{ACTS}\n{HINTS}\n{QUIET}"

TOPICS = """
suicide|suicides|suicidal|suiside|sucide|suacide
self harm|harms|harmed|harming|injury|injure|injured|injures|injuring|mutilat*|inflicted|destruct*
suicid*
selfharm|selfharming
overdose|overdoses|overdosed
"""

SPELLED = "starving worthless depressed tablets scratching antidepressants suicide suicidal overdose overdosed suicidal strangle strangled killing myself himself herself paracetamol hopeless worthless goodbye"
