"""What is told of abuse and of violence in veiled words: leave that must be asked, marks where nobody looks, names known, things left at the door."""

ABUSE = """
# leave, money, papers
have|has|must|made|makes|had .. show|account|give|hand|explain|bring .. him|her|husband|partner|receipt|receipts|penny|change .. receipt|receipts|penny|change|husband|him
get|gets|given|allowed|allowance|gives|pocket .. fiver|tenner|money|pounds|quid & receipt|receipts|account & show|show|him|her|husband|prove|every
not|never|arent|isnt|wont|dont .. let|lets|allowed|allow .. out|go|leave|come|shop|class|outside .. unless|without|except|until his|her|my? mother|mum|brother|sister|family|husband|he|him|comes
i|she|mum|sister|daughter|friend have|has|must|had|need|needs to? ask|get|gets .. permission .. eat|phone|ring|see|speak|talk|buy|spend|shower|sleep|fill|go|before
dont|doesnt|not|never|isnt .. hold|have|keep|own|given .. passport|papers|documents|id & wages|key|keys|boss|husband|locked|agency|landlord|owner|he|they & own|wages|money|work|leave|out
do|kiss|beg|strip|sleep|touch .. what|with|for he|him|they|them & before|until|otherwise|or|unless .. tablets|money|food|bed|room|keys|phone|script|rent|meds
i|she|he said|say|saying|screamed no|stop & difference|carried on|anyway|didnt stop|wouldnt stop|kept going|took no notice|made no
phone|fone|mobile .. took|taken|takes|confiscat* .. off|away|from & visitors|visitor|manager says|not allowed|nobody|ring & her|him|me|mum|she|he|nan
# care that hurts
turn|turned|turns|switch|switched|unplug*|disconnect* .. buzzer|buzzers|bell|bells|callbell|alarm off|away|out & shout*|night|nights|nite|nites|let|laugh*|them|em|residents|cry|call*
let|leave|leaves|leaving|lets them|him|her|em|people|residents|patients|us|mum|dad shout|cry|scream|suffer|shouting|crying|screaming|beg
laugh*|giggle*|mock*|snigger*|mimic*|tease* & when|because|cos he|she|i|they .. messes|wet|wets|soils|cries|cry|shakes|stutters|mess|falls
call|calls|called|calling .. him|her|us|them names & laugh*|cover|covers|night|nite|unit|carers|messes|wets|mess
pulls|pull|hides|puts .. cover|covers|blanket|duvet|pillow .. over .. head|face|her|him & hears|when|keys|footsteps|staff
look|looked|looking|looks|turn away & dressed|undress*|changing|shower*|naked|bath*|washing & doesnt|didnt|wont|never|not|asked|refuse* & he|worker|carer|staff|man|warden|landlord|stepdad
sat|sitting|lying|laid|lain in it & since|hours|all|breakfast|morning|gone|wet & she|he|mum|dad|nan|they|him|her
he|she|they|who|careful|knows|know|always .. leaves|leave|hits|hit|hurts|pinches|grabs|mark|marks|bruise|bruises .. where .. see|sees|show|shows|look|clothes|notice|seen|covered
write|wrote|writes|written|signed|chart|records|notes & ate|eaten|fed|turned|washed|drank|settled & untouched|lie|lies|false|never|full|nobody
smell|smells|stink|stinks|stench|reeks & mother|father|mum|mums|dad|dads|mothers|fathers|nan|nans|gran|husbands|wifes & room|bed|chair|clothes & nobody|somebody|changed|washed|weeks|days|while|hours
send|sends|sending|text|prove|video|sent .. him|her|husband|ex|boyfriend|partner .. photo|picture|proof|location|pic|receipt|where & every|hour|am|are|with|always|time
says|said|threatens|hell|shell|theyll|threatened .. have|take|get|taken .. kids|children|baby|son|daughter .. off|from|away me|us|her|him|if
know|tell|read|learned|learnt|recognise|listen .. sound|way|mood .. key|keys|car|footsteps|tread|boots|steps|breathing|door & his|her|dads|dad|he|mums|which|night
learned|learnt|learn|know|taught .. to|how .. lie|keep|stay|be|make .. still|quiet|small|invisible|silent & he|him|hes|wakes|over|done|hurts|his
never|doesnt|not|hasnt hit|hits|touched|hurt|laid .. me|her|him|us & just|but|only & what|happen|knows|explains|stares|controls|smiles|look|tells|would
"""

VIOLENCE = """
# what they know and what they leave
what|which|where .. bus|door|house|street|school|train|route|car .. im|i|my|she|kids|we .. on|live|lives|get|catch|at|walk|drive & face|hurt|find|watch*|threat*|scared|kill|ex|gang|lads
happen|happens to my|your|his|her|our|me face|kneecaps|if
will|would|youll|theyll|gonna|hed|shell|going .. know|remember|hear my|his|her name|names & when|after|news|then|finished|done|soon|everyone|friday|monday|papers
be|make|makes|in .. on|front|all .. news|papers|telly|headlines .. by|on|soon|after|when|and .. friday|monday|everyone|know|tomorrow|youll|then
came|come|comes|went|go flying|hurtling at|past|towards|over me|us|my|his|her|staff|teacher|head
letterbox & whisper*|breath*|petrol|3am|2am|4am|shout*|threat*|poo|dirt
leaves|left|leaving|leave .. flowers|gifts|presents|photos|photo|roses|dolls|pictures|cards .. at|on|by|outside|under|through .. my|our|her .. door|car|doorstep|desk|windscreen|step|gate|bike|locker
photo|photos|picture|pictures|video of me|us|kids|house|her & door|anonymous*|asleep|didnt know|that day|outside|left|following|followed & someone|man|ex|he|sent|each|left
@harm|killed|poisoned|smashed|slashed|burnt|torched|poison|bricked & after|since i|we|mum|she .. gave|made|spoke|went|told|reported|gone .. statement|police|evidence|court
do|doing|done me|him|her|us over & waiting|lads|boys|girls|they|again|gang|outside|after
eat|ate|eats|spend|spent|spends|hide|hid|hides .. lunch|break|breaks|breaktime|dinner|lunchtime|lunchtimes .. in .. loo|loos|toilet|toilets|cubicle
supposed|meant|allowed|should|shouldnt .. know|have|find .. address|where|number & ex|he|hes|him|van|again|moved|scared|outside|she|shes
since|after what he|she|that man did|tried|done to me|her|him
since what he|she|they|happened did|to|done
looking|look|looks|watching|watch over my|their|his|her shoulder|back & should|ought|better|lose|always|constantly|home|scared|still|ex|sleep
nothing|nowt|little left to lose
when|once|time|till|until ive|im|hes .. finished|done|through with .. them|him|her|you|building|office|council|school
taking|takes|took|rolls|rolling|undoes|unbuckles|loosens|cracks .. his|her watch|belt|rings|sleeves|knuckles|cufflinks & begins|means|signal|coming|brace|starts|always|know
sharpens|sharpening|cleans|cleaning|polishes|strokes .. things|something|tools|knife|knives|blade|blades|axe & look|looks|looking|stares|me|door|while|smiles|watching
keep|keeps seeing red
thing|something|item wrapped|hidden .. sock|towel|tshirt|cloth|carrier|waistband|sleeve & showed|school|after|said|mate|knife
showed|showing|shows|shown .. me|us|mate|you|people .. whats|what|something .. in|inside|under .. locker|bag|coat|waistband|jacket|boot|sock|drawer
follows|followed|following|trails .. nurses|women|girls|staff|me|her|us|ladies|him|people .. car|cars|home|bus|station|work|school|shift|house|door & man|he|bloke|patient|visitor|ex|young|night|dark|lads|guy
drawn|drew|studied|made|got .. plan|map|layout & alone|guard|cameras|revenge|knife|when|exits|gun|petrol & i|ive|he|hes
i|ive know|worked|learned|learnt .. when|where|what .. hes|shes|he|she|they|theyre .. alone|leaves|finishes|sleeps|parks|walks|lives & him|her|plan|building|pay|sorry|regret|knife|hurt|waiting|night|wait|get
sits|sat|sitting|parks|parked|waits|waiting|stands .. car|van|outside|opposite|across .. my|our|her .. work|house|flat|school|door|home|window|gym & ex|he|man|hes|every|again|night|same
"""
