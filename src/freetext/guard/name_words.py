"""Words that follow a title without being a name, and names that are words."""

from __future__ import annotations

from freetext.guard.notation import words

NEVER = words(
    """
    a about above absolutely academic accident account accountant across action actually address admin advice adviser advisor
    after afternoon again against agency ago ahead all almost alone along already also although always am ambulance among an and
    another answer answered any anybody anyone anything anyway app apparently appeared appointment appointments appt appts are
    area arent around arrived as asap asked asking assessment assistant assured at ate attended attitude auxiliary available
    average away awful back bad band bank based bay be became because become bed bedside been before began behind being below
    beside besides better between beyond big bit bless blood body booked booking both bought break breaks brilliant brought
    building bus buses business but by call called calling calls came cameras can cancelled cancer cannot cant card care cared
    cares case centre certainly chair chancellor change changed charge charged charges chased check checked checks chief
    children christmas class classes clean clean-up cleaner clearly clinic clinical clinician clinics co-ordinator come comes
    coming commented committee communicated communication complaint considerate consultant consultation contact control
    coordinator corridor cost could couldn't couldnt council counter course customer cut daily date dates days deadline dear
    definitely dentist department dept desk despite development diagnosed did didn't didnt different director discharge do
    doctor doctors does doesn't doesnt doing don't done dont down dr drinks drs due during each early easily easter educator
    either else email emails emergency encouraged ended english enough entry especially etc even evening event ever every
    everybody everyone everything everytime everywhere exactly exam examined exams excel excellent experience explained explains
    explanation extra extremely family fantastic far february felt few finally first fixed flight follow followed following food
    for form forms fortunately found friday friend friends from front full further game gaming gave general get gets getting
    girl give given gives giving go goes going gone got gp gps great group had half handed happened happens hardly has hasn't
    hasnt have haven't havent having he health heard held help helped helpful helps her here hers herself highly him himself his
    holiday home hospital hour hours house how however i i'd i'll i'm i've if ill im immediately important impossible improved
    in including incredibly information informed inside instead into introduce introduced is isn't isnt issue issues it it's its
    itself ive january job just justice keep keeps kept kind knew know knows lack last lastly late later leader learning least
    leave leaves lecture lectures led left less lesson lessons let letter letters lieutenant life like liked likes line link
    list listen listened listens literally lot lots loved lovely ltd luck luckily madam made main maintains make makes making
    management manager managers many map maths matron matter maybe mayor me mean means medical medication medicine meeting
    meetings member members men met midwife midwives might mine minor minute minutes miss missed monday money month months more
    morning most mostly mother mr mrs ms much multiple must mx my myself name named names near nearly need needed needs neither
    never new news next nhs nice nicer night no nobody none nor normally not note notes nothing notice now number nurse nurses
    of off offered office often oh ok okay old on once one ones online only onto open opened operation optician or order ordered
    other others our ours ourselves out outpatient outside over overall own paper paramedic parking part particularly passed
    past patient patients pay people per perfect perhaps person pharmacist phlebotomist phone phoned physio physiotherapist
    places platform please plus points poor possibly practice practices practitioner practitioners prescribe prescribed
    prescribes prescription prescriptions previous prob probably problem problems process prof professional professor promise
    promised promises promptly provided provider provost psychiatrist psychologist put quality question questions quick quickly
    quite radiographer ran rang rather read reading reads really reassured reassuring recall receptionist receptionists
    recommended record records referral referred referring refuse refused refuses regarding registered regular regularly
    remember replied replies report reported reports rest result results retired review right rights room rooms rounds rude rung
    runs said same sat saturday save saw say saying says scan scheme school science second secretary see seeing seem seemed
    seems seen send sends sent service services session sessions set several shall she shes should shouldnt show showed shows
    sick side sign signed simply since sir sister sit site slot slots smiled so sociable social society solved some somebody
    someone something sometimes sonographer soon sorry sort sorted speak speaking special specialist specialists spoke staff
    stage start started starting station stay stayed stays still stop stopped stops story straight student students study
    subject such suddenly suffered suggested sunday supervisor support supported supposed sure surely surgeries surgery system
    table take taken takes taking talk talked talking talks taught teach teacher teachers teaches team teams tell telling tells
    test tests text than thank thanks that that's thats the their theirs them themselves then there therefore theres these they
    theyre thing things think thinks this those though thought three through throughout thursday thus time times title to today
    together told tomorrow tonight too took total totally towards town train trained trainee training trains treated treatment
    treatments treats tried tries trip truly trust try trying tuesday turn turned turns tutor tutors twice two unable under
    understand understands understood unfortunately unhelpful unit university unless until up upon urgent us use used useful
    uses using usually very via video visit visited visiting visitor visits waited waiting waits walked walking want wanted
    wants ward-manager wards was wasn't wasnt watched watching way we website wednesday week weekend weeks well went were werent
    wet what whatever when whenever where whereas wherever whether which while who whoever whole whom whose why wife windows
    with within without woman women won't wonderful wont word words work worked worker workers working works world would
    wouldn't wouldnt write writes writing wrong wrote x-ray xray year years yes yet you your youre yours yourself
    """
)
"""Words that are no name, whatever their first letter; what people write behind a title that stands for itself ("the Dr said")."""

SELDOM = words(
    """
    able april august autumn baker ball banks baron bell best bird bishop black blue bond book born bowl boy brain branch bridge
    bright brook brown bull burn bush butcher butler cake carpenter carter castle chance chapel child church clay close cold
    cook cool court cross dale day deal dean deep drew drop duke dunn earl east easy end eye fair faith field fields fine fire
    fish flood flower flowers foot force ford forest fox frank free french frost fry gates gay gentle giles glass gold golden
    good grace grant grave gray green grey hall hand hard hay head heart heath hill hills hook hope hunt hunter iron ivy jack
    joy judge june kay kerr key keys king knight lake lamb lane law lawn lay little long lord love low major march mark marks
    marsh mason may meal miles mill mills moon moore moss mount nelson noble north nose nunn oak page pain parish park parker
    parsons peace penny pepper perry pick pike piper pitt place plant pool pope porter post potter pound power powers pratt
    precious price pride prince prior rain ray reader reed reid rice rich ring rings rivers robin rock rose royal rule rush
    sands savage sea sergeant shaw sheep shepherd shields shine short silver singer skinner slater sleep small smart snow south
    spark spring stamp star steel stephen stone storm strange street strong summer summers swan sweet swift tailor taylor temple
    tiger till tree true tuck turner underwood vale vine wade wain walker wall walls ward warden warm waters watts weaver webb
    welch wells west wheeler white wild will wills winter wise wolf wood woods wright yard yeats young
    """
)
"""Names that are words: a name behind `Mr` or `Mrs`, or with a capital behind a title with a capital."""

PARTICLES = words(
    "de la le du da di del della den der dos das des el al bin ibn bint ap ab ben van von ten ter te zu st st. mac o"
)
"""Small words that begin a family name."""
