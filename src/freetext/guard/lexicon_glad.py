"""Words of gladness and thanks, and the grave words beside which they quiet nothing."""

GLAD = """
happy|happiest|happiness
excited|exciting|delighted|grateful|thankful
enjoyed|celebrated|celebrate|celebration
delicious|tasty|pizza|favorite|favourite
amazing|awesome|fantastic|wonderful|superb|excellent
cute|hugged|romantic|anniversary
movie|vacation|mturk|spouse|award
helpful|reassuring|efficient|pleased|supportive|improved|knowledgeable
pleasantly|loved it
surprised me|by|with
birthday|graduation|retirement party|cake|present|dinner|surprise
"""
"""What is said with it is not flagged by a word that is weak alone."""

GRAVE = """
die|dies|died|dying|dead|death|deaths|kill*|suicid*|rape|raped|rapes|rapist|abus*|hurt*|harm*|selfharm*|hang|hanging|hanged|jump*
rope|noose|pills|tablets|overdos*|od|cut|cuts|cutting|blood|bleed*|knife|knives|gun|guns|machete|weapon*|stab*|shot|shoot|blade*|razor*
scared|afraid|frighten*|terrif*|petrified|threat*|hit|hits|hitting|slap*|punch*|kick*|beat|beats|beaten|beating|strangl*|chok*|smack*
bruis*|bullet*|gut|burn*|naked|nude*|touch*|grop*|lock|locks|locked|hungry|starv*|drunk*|drug*|heroin|cocaine|weed|vodka|dealer*|alone|cry|cries|crying|cried
scream*|secret*|goodbye*|burden|worthless|hopeless|pointless|neglect*|chest|breath*|stroke|seizure*|fits|collaps*|fitting|unconscious|voices
stalk*|robbed|mugged|forc*|control*|wake|alive|anymore|attack*|assault*|sexual*|bully*|bullied|shout*|sores|wet|soiled|dirty|filthy
drown*|bridge|train|trains|canal|cliff|roof|river|police|court|safeguarding|unsafe|danger*|missing|gang|gangs|older|stranger*|underage|man|men|uncle|stepdad|coach
pain|pains|swollen|swelling|vomit*|numb|faint*|infect*|sepsis|insulin|stole|stolen|steal*|marks|shov*|push*|drag*|grab*|threw|throws|thrown|spat|spit*
wont|never|hate|hates|ashamed|sorry|funeral|heaven|pray*|last time|point|nobody|noone|revenge|bomb|acid|petrol|racist|monitors|tracks|tracker|spies|watches|follows|followed
"""
"""What is grave enough to be flagged however glad the rest of the sentence is."""
