"""Talk about a subject rather than of somebody: policy, training, work, news, denials, and what is long over."""

TALKED = """
# a subject and what deals with it
domestic|child|sexual|financial|elder|knife|county|self|gun|hate|youth|substance|alcohol|drug|suicide|racial|online|criminal @subject @thing
domestic|child|sexual|financial|elder|knife|county|self|gun|hate|youth|substance|suicide|online @subject and|or|support|awareness|prevention|reduction @thing
@subject|suicide|rape|stalking|fgm|anorexia|overdose @thing
@subject|suicide|rape awareness|prevention|reduction|support|recovery @thing
@thing|read|watched|signs .. on|about|against|around|for .. @subject|suicide|rape|gun|guns|murder|stabbing|knife|kidnapped|killed|bomb|bombs|overdose
@thing|read|watched .. on|about|against|around|of .. domestic|child|sexual|financial|county|self|knife|a|an|the @subject|suicide|murder|kidnapped|abused
internet|online safety and @subject
murder|murders mystery|mysteries|novel|novels|film|weekend|on film
crime|murder|horror books|novels|fiction|drama|dramas|series|stories|writing|thriller
books|novels|library & stabbings|murder|murders|poisonings|crime|killers
trained|train|training|taught|teach|teaches|learn|learned|learnt|course|aid .. to|us|how|in|on|for|what|signs .. spot|help|recognise|prevent|someone|deal|stroke|restraint|manage|handle|do .. @subject|choking|someone|stroke|abuse|with
taught|teach|teaches|learn|learned|learnt|training|course & choking|bleeding|seizure|seizures|stroke|cpr|restraint|anaphylaxis|sepsis & aid|signs|staff|confident|course|taught|trained|restraint
trained in restraint|violence
investigat* .. @subject
deal|deals|dealt|dealing|works|work|worked|working|specialise|specialising|specialises with|in|on .. @subject|rape|offences & unit|officer|retired|role|job|cases|caseload|team|social|worker|laptops|detectives|daughter|lead
in|as child protection
child protection social|worker|workers|officer|officers|team|teams|lead|nurse|conference|training|policy|unit|service|services|register|system|process|chair|lawyer|cases
childrens home manager|managers|provider|providers|sector|inspection|staff
children|kids|young people in|leaving care
safeguarding @thing|partnership|partnerships|children|adults|adolescents|and|policy|processes|practice|teams|boards|thresholds|budget|audit|audits|review|reviews
adolescent|adult|contextual|good|effective safeguarding
looked after children
placed out of county|area|borough
vulnerable children|adults|people|families|groups|residents|customers
@subject contacts|referrals|cases|figures|numbers|rates|incidents|enquiries|hotspot|hotspots|statistics|notifications up|down|rose|rising|doubled|fell|by|per|increased|have
knife|gun|youth|violent|serious crime|violence is|fell|rose|falling|rising|down|up|figures|went|has|have
according to .. news|council|report|papers|figures
news|paper|papers|telly|radio .. is|was|are .. full|always|all .. of|about .. @subject|knife|stabbings
serious|youth youth|serious|gang? violence
criminal|sexual exploitation and|or|of
exploitation and county lines
county lines and exploitation
self harm|injury in particular|rates|referrals
cse|cce and|or cce|cse|county
one in two|three|four|five|six|ten
restraining order worked|works
mock|fake|pretend|practice hostage|casualty|casualties|injuries|blood|stabbing|attack
fake|theatrical|stage blood
patients|people|people are|were|are dying waiting
signs|symptoms of stroke|sepsis|choking & course|taught|learned|know|poster|nurse|training
strangulation|choking|suffocation hazard|hazards|risk
firearms|shotgun|gun licence|licensing|certificate|renewal|control|club|shop
home working|workers
shut|left out of decisions|meetings|discussions
frightened|scared|afraid|terrified of the headlines|school|press|media|new|technology|internet|computer|inspectors|ofsted|unknown|change|it|future|cost|costs|bills
scared|frightened enough to listen|talk|ask
buy|bought|talk|talked your|our|their way out
enquiries|referrals|demand|numbers|costs|prices|applications|adopters|rates|bills .. shot|shooting up
idea|ideas|project|plan|proposal|scheme|it .. was|were|got|get killed|strangled|murdered|axed
killed by .. raised|committee|red|bureaucracy|eyebrow|apathy
firing|fired|fire .. emails|emials|email|questions|messages|shots
itll|will|would|could hit us|everyone|people|families|services in|hard|later|this|next
seen|treated as kids|people|humans and|not
no|any|with|a office|doors with|a|locked .. locked|door
# denied
never|not|nor felt|feel|feels|feeling|been suicidal|threatened|unsafe|intimidated|bullied|abused|harassed|scared|afraid|depressed
never|havent|hasnt|not|didnt .. seen|witnessed|heard|known|experienced|had anyone|any|anybody|a|of? .. assaulted|attacked|hit|hurt|abused|bullied|abuse|bullying|violence|thoughts|threats|harm|harming
never|not|havent been|had .. hit|hurt|assaulted|attacked|abused|bullied|threatened|harmed|raped or|at|by|here|in|in|once|anywhere|myself
never had .. thoughts .. of? .. harming|hurting|killing|suicide @self?
never self harmed|injured
no|zero|without|any concerns|concern|evidence|signs|reports|history|thoughts|complaints|worries|issues|suggestion .. all? .. of|about|with|around .. abuse|neglect|bullying|harm|harming|self|suicide|violence|mistreatment|ill
not true|real & stabbed|rumour|shot|killed|attacked
rumour|rumours .. stabbed|shot|killed|attacked|got|going & someone|somebody|about|that|stabbed|true
did|do|was|am|were not feel|feeling threatened|unsafe|intimidated
nobody has|was|got fallen|hurt|injured|harmed yet|but|so|thankfully
no one has|was|got fallen|hurt|injured|harmed yet|but|so|thankfully
no harm|bones done|broken
did anyone any harm
# long over and made good
suicidal|harm|harmed|anorexia|anorexic|bulimia|abused|abuse|overdose|homeless|dark & recovered|volunteer|volunteering|mentor|thriving|credit|turned|fostering
anorexia|anorexic|bulimia & recovered|recovery|years
survivor of & long|ago|good|counselling|first
used to self harm|cut|hurt & teens|now|volunteer|turned|counselling
abused|abuse|suicidal|attacker|assault & long|many|decades ago|years|since|ago|convicted & well|happy|fine|good|safe|volunteer|grateful|thanks
time for assault|gbh|abh & now|teach|90s|fair|probation|mentor
attacker was|is|got convicted|jailed|sentenced
stroke|bypass|sepsis|cancer|transplant|seizure & ago|back|2015|2016|2017|2018|2019|2020|2021|2022|2023 & now|patient|thank|fine|fit|adviser|since|helped|open|gym|great
ill with sepsis in
broke|broken|fractured|fell .. wrist|arm|leg|ankle|finger|toe & scooter|trampoline|bike|skating|football|ski|skiing|playground|roller|cast|rugby|climbing
bruises|bruise|bruised .. from|are|playing|is|or & roller|rugby|football|derby|judo|boxing|skating|martial|netball|climbing|life
apples|apple|bananas|banana|fruit|pears & bruises|bruised|bruise
plan .. baby|child & adopted|thriving|adopters
"""

TALK = """
policy|policies|strategy|strategies|training|trained|trainer|course|courses|leaflet|leaflets|poster|posters|campaign|campaigns|awareness|prevention
module|modules|helpline|hotline|data|statistics|stats|figures|rates|published|audit|audits|auditing|protocol|protocols|procedure|procedures|guidance
guidelines|workshop|workshops|webinar|webinars|conference|lecture|lectures|curriculum|research|researcher|paperwork|spreadsheet|checklist|toolkit
framework|legislation|law|laws|committee|charity|charities|volunteer|volunteers|volunteering|fundraiser|fundraising|funding|specialist|specialists
advocate|scheme|programme|programmes|project|projects|newsletter|speaker|drama|film|documentary|book|novel|storyline|exhibition|museum|presentation
slides|elearning|mandatory|induction|aider|aiders|department|network|caseload|prosecute|prosecuting|investigate|investigating|screening
agenda|debate|press|media|percentage|panic|rehearsal|drill|forum|pathway|pathways|vigil|memorial|rally|verbal|substance
"""

PAST = """
was|were|had|did|stayed|collapsed|waited|rang|phoned|called|arrived|came|took|admitted|diagnosed|suffered|thought|said|sent|informed|advised|attended|discharged|ended|went|gave|would|could|should|got|turned|realised
"""

PRESENT = """
now|still|keep|keeps|keeping|im|are|isnt|hes|shes|its|has|have|ive|cant|cannot|wont|havent|hasnt|dont|doesnt|today|tonight|morning|since|yesterday|ago|again|goes|feel|feels|feeling|last|please|making|looks|says|gone
"""

SERVED = """
ambulance|ambulances|paramedic*|crew|crews|111|999|handler|handlers|operator|hospital|service|services|team|treatment|treated|thank|thanks|grateful|excellent|brilliant|amazing|fantastic|professional|wonderful|responder|responders|wait|waiting|call|appointment|gp|transport|quick|quickly|helpful|attended|outstanding|great|kind|caring|driver|waited|uncaring|informed|inappropriate|seriously|accident
"""
