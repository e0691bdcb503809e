"""Stalking, honour-based abuse, being singled out, people in positions of trust (H12, H15, H21)."""

LINES = """
stalking confirmed +stalk : stalk+|stalker|stalkers|stalkin|obsessed_with_me|obsessed_with_her|obsessed_with_him|
    obsession_with_me|fixated_on|cyberstalking|cyber_stalking ! celery|plants|stalks|crane|cat
stalking confirmed : HE|ex|keeps|been|someone|man|car|bloke|always|constantly|guy ~3 follows|following|followed|
    tailing|trailing ~2 me|her|us|my_daughter|my_sister|him|my_wife|my_mum|my_girlfriend ~8 again|every|always|keeps|
    everywhere|times|days|weeks ! instagram|twitter|facebook|cat|dog
stalking soft/c : follow+|trailed|tailed ~2 me|her|us|my_daughter|my_wife|my_sister|my_girlfriend|my_mum ! instagram|
    twitter|facebook|tiktok|cat|dog|advice|up
stalking confirmed : keeps|kept|always|constantly|every_day|everyday|wont_stop|repeatedly|again|still|nonstop|
    continually|carries_on|daily|hundreds|loads_of|so_many|days ~4 turning_up|turns_up|showing_up|waiting|outside_my|
    messaging|texting|ringing|calling|sending|coming_to_my|driving_past|sitting_outside|stood_outside|
    standing_outside|leaving_notes|leaving_flowers|phoning|dming|emailing|parked_outside|hanging_around_my|
    walking_past_my|knocking_on_my|appearing|following|turnin_up|contacting ~6 me|my|house|work|home|her|flowers|
    gifts|notes|door|gate|car|school|calls|gym|shift|messages|us ! council|police|housing|delivery|parcel|
    cold_callers|sales|ice_cream|hospital|kids|youths|taxi|school_parents|landlord|amazon|energy|bt|sky
stalking soft/a : turns_up|turned_up|turning_up|shows_up|showing_up|waiting_for_me|waits_for_me|waiting_outside|
    stood_outside|sits_outside|sat_outside|standing_outside|outside_my_work|outside_her_work|waits_outside|
    waiting_for_her|appears_at ~4 my|me|her|our|his|work|home ~2 house|work|home|flat|gym|office|uni|college|door|
    school|job|workplace|shift|place|again|uninvited|everywhere ! council|bus|ambulance|police|plumber|delivery|taxi|
    kids|lads|youths|dogs|school_run
stalking soft/b : messages|texts|calls|letters|flowers|gifts|emails|voicemails|dms|notes|presents|cards ~6 told_him|
    told_her|told_them|after_i|asked_him|asked_her|wont_stop|wont_take_no|every_day|said_no|stop|blocked|
    not_interested|constant|unwanted|loads|hundreds|no_matter ! council|spam|sales|scam|bank
stalking soft/b : wont_take_no_for_an_answer|wont_leave_me_alone|wont_leave_her_alone|doesnt_leave_me_alone|
    not_leave_me_alone|wont_accept_its_over|cant_accept_its_over|refuses_to_accept|bombarding_me|bombards_me|
    bombarding_her|wont_stop_messaging|wont_stop_texting|wont_stop_calling|wont_stop_ringing|wont_stop_contacting|
    never_leaves_me_alone|asked_him_to_stop|told_him_to_stop_contacting
stalking soft/c : tracker|airtag|air_tag|tracking_device|spyware|tracking_app|gps_tracker|watching_me|watches_me|
    watching_my_house|watches_my_house|watching_her|spying_on_me|spying_on_us|knows_my_movements|knows_where_ive_been|
    knows_when_im|knows_when_i|knows_my_routine|taking_photos_of_me|taking_pictures_of_me|taking_photos_of_my|
    photographing_me|filming_me|films_me|binoculars|hacked_my|hacking_my|looking_through_my_window|
    looks_through_my_window|peering_in|peeping|watching_us|stares_in_my|knows_what_i|watching_my_every|
    camera_pointed_at_my|drone_over|drives_past_my|driving_past_my|knows_everywhere ! bird|birds|spotify|parcel|
    wildlife
stalking soft/d : new|different|fake|another|other|multiple|loads_of|makes|made|making|sets_up|set_up ~2 account|
    accounts|number|numbers|profile|profiles|phones ~8 block+|blocked|contact|message|text|me|harass|ring|dm
stalking soft/d : block+|blocked ~3 him|her|them|number|it|every|all ~6 new|another|different|fake|still|keeps|other
stalking soft/b : send|sends|sending|sent|text|texts|messages|rings|calls ~1 me|her ~3 MANY|hundreds|loads|dozens|
    constant|nonstop|all_day|every_day ~2 messages|texts|times|day|emails|calls|voicemails ! council|bank|scam|spam|
    sales
stalking soft/c : found_out|worked_out|finds_out|knows|figured_out ~2 where ~2 i|she|we ~1 work|live|moved|study|go|
    train|staying
stalking soft/a : waits|waiting|waited|hanging_around|loitering|lurking ~1 for|outside|near|by ~1 me|her|my ~2 work|
    house|home|gym|college|office|car|door|after ! bus|taxi|appointment|repair|train
stalking soft/e : contacting|messaging|asking|ringing|pestering|getting ~3 my ~1 friends|family|mum|work|colleagues|
    boss|sister|workmates|mates|kids|parents|employer ~6 about_me|find|where|me|pass|tell|message|him|know
stalking soft/b : keeps|kept|still|always|constantly ~2 sending|leaving|texting|messaging|ringing|writing|calling|
    posting|phoning|emailing ~3 letters|letter|gifts|flowers|messages|me|cards|presents|notes|her|chocolates|texts|
    pictures ! council|police|bank|sales|scam|landlord|spam
stalking soft/c : something|app|summat|device ~4 phone|car ~8 track+|knows|watch+|location|listen+|spy+|everywhere|
    where + he|she|ex|they|someone|knows
stalking soft/c : he|she|ex|they ~2 knows|know ~4 everywhere|where|when|what ~2 ive|i|im|weve ~2 been|go|going|am|do|
    leave|leaving|home|wear
stalking soft/c : watches|watching|watched|staring|stares|photographs|films|filming|spying|observing|following ~2 my|
    me|our|her ~2 flat|house|home|window|windows|every_move|movements|from|bedroom ! tv|kids|cctv|film|match|drone|
    telly|parcel|neighbourhood_watch
stalking soft/b : leave|leaves|leaving|left ~2 notes|flowers|gifts|letters|presents|messages|chocolates|cards ~3 on|
    at|for|under|in|my|car|door|doorstep ! postman|landlord|council|delivery|charity|parking
stalking soft/b : leave|leaves|leaving|left ~2 notes|flowers|gifts|love_letters|presents|chocolates ! postman|
    landlord|council|delivery|charity|parking|grave|memorial
honour_based_abuse confirmed : forced_marriage|forced_to_marry|made_to_marry|forced_into_marriage|
    forced_into_marrying|making_me_marry|making_her_marry|force_me_to_marry|force_her_to_marry|forcing_me_to_marry|
    forcing_her_to_marry|marry_against|marrying_against|married_off|marry_her_off|marry_me_off|marrying_her_off|
    marrying_me_off|honour_based|honor_based|honour_killing|honour_violence|honour_crime|fgm|female_genital|
    female_circumcision|genital_mutilation|izzat|dishonour|dishonoured|family_honour|honour_of_the_family|
    familys_honour|made_to_get_married|forced_to_get_married|dishonoured|dishonouring|breast_ironing|virginity_test|
    force_marriage|forced_wedding|have_to_marry|honour_abuse|force_to_marry
honour_based_abuse confirmed : shame|shamed|ashamed|disgrace|disgraced|honour|reputation|dishonor ~5 on_the_family|
    on_my_family|on_family|on_our_family|on_her_family|on_them|family|families|community|relatives|on_us|name ~10
    kill|kil|hurt|boyfriend|marry|marriage|find_out|punish|home|beat|locked|send|threat+|abroad|brought|bring|
    bringing|girlfriend|scared|watched|passport|gay
honour_based_abuse confirmed : brought|bring|bringing|brings ~3 shame|dishonour|disgrace ~3 family|them|us|name|
    parents
honour_based_abuse confirmed : family|parents|dad|mum|uncle|uncles|brothers|they|relatives|mother|father|in_laws|
    taken|sent|taking|send|going|flight|flown|ticket|tickets|brother|fly|relations ~10 marry|marriage|married|wedding|
    husband|rishta|nikah|engaged|engagement|wed ~10 dont_want|doesnt_want|against|force+|refuse|refuses|refused|
    not_want|never_met|cousin|abroad|scared|school|summer|no_choice|no_say|kill|beat|threat+|passport|wont_let|made|
    run_away|cant_say_no|havent_met|hasnt_met|old_man|holidays|escape|sixteen|MINOR ! invite|anniversary|reception|
    venue|fireworks|noise|hall
honour_based_abuse confirmed : dont_want|doesnt_want|didnt_want|force+|forcing|against|refused|refusing|say_no|
    no_choice|make+|making|never_met|stranger ~6 to_marry|marry|marriage|wedding|get_married|marrying|be_married|
    getting_married|wed ~12 family|parents|dad|mum|abroad|cousin|uncle|him|brothers|passport|holiday|country|me|her !
    invite|anniversary|parking
honour_based_abuse confirmed : taken|take|taking|sent|send|sending|flying|fly|booked|going|flight|flown ~3 abroad|
    pakistan|bangladesh|india|somalia|home_country|back_home|egypt|sudan|turkey|iraq|afghanistan|kenya|nigeria|gambia|
    overseas|out_of_the_country|holiday|country|kurdistan|yemen|mali|africa|dubai|romania ~12 marry|married|marriage|
    wedding|cut|circumcis+|cutting|engaged|against|not_come_back|wont_come_back|procedure|husband|become_a_woman|
    ceremony|cousin
honour_based_abuse confirmed : dont|not|refuse|refused|wont|didnt|if_i_dont|say_no|said_no ~3 marry|marriage|wed ~10
    dead|send_me|send_her|kill|disown+|beat|force+|family|dad|hurt|punish|locked|lock|abroad|back|shame ! registry|
    venue
honour_based_abuse confirmed : seen_with|caught_with|talking_to|spotted_with|seen_talking ~2 boy|boyfriend|lad|girl|
    girlfriend|man ~14 shame|honour|dishonour+|family|beat|hit|locked|kill|marry|abroad|brothers|cousins|dad
honour_based_abuse confirmed : engaged|married|marrying|marry|wedding|nikah ~10 MINOR|#minor|abroad|pakistan|
    bangladesh|india|somalia|school|sixteen|fifteen|seventeen + taken|sent|flown|they_say|back_home|cousin|dont_want|
    doesnt_want|against|force+|parents|family ! hall|party|noise|music
honour_based_abuse confirmed : cut|cutting|circumcis+|circumcised|ceremony|procedure|become_a_woman|special_party ~6
    girls|girl|daughter|daughters|sister|niece|little_sister|baby_girl|granddaughter ~12 abroad|holiday|summer|aunt|
    auntie|tradition|family|country|elder|village|grandma|africa|special|ceremony|home ! hair|haircut|grass|finger|
    knee|ribbon|nails|fringe
honour_based_abuse confirmed : family|dad|brothers|father|uncles|brother|parents|cousins|they|relatives ~3 will|would|
    going_to|gonna|threaten+|want_to|find|plan+|ll ~4 kill|hurt|murder|lock|disown_and|beat|acid ~3 me|her|him|us ~10
    boyfriend|girlfriend|gay|lesbian|find_out|found_out|finds_out|seeing|western|relationship|dating|pregnant|lad|
    talking_to_a_boy|left_home|shame|honour|boy|marry|refused|divorce|run_away|ran_away|white|muslim|hindu|sikh|
    different_religion|come_out|trans|finding_out
honour_based_abuse confirmed : find_out|found_out|finds_out|finding_out ~8 boyfriend|girlfriend|gay|seeing|
    relationship|pregnant|lesbian|dating|boy|trans ~10 kill|beat|hurt|murder|dead|marry|abroad|lock+ + family|dad|
    brothers|father|parents|brother|they|uncles|relatives|mum|community
honour_based_abuse confirmed : disgraced|dishonoured|shamed|disgracing|shaming|dishonour ~2 them|family|us|parents|
    name|community|him|dad ~14 kill|marry|hurt|dad|brothers|home|locked|beat|boyfriend|punish|will|send|abroad|threat+
honour_based_abuse confirmed : family|parents|mum|dad|they ~6 found|find|chosen|choose|picked|arranged|booked|
    planning|promised ~3 husband|man|cousin|wedding|groom|flight|flights|marriage|rishta|me_to ~12 dont_want|
    doesnt_want|abroad|marry|married|pakistan|india|bangladesh|wedding|against|scared|no_say|force+|meet_him|
    never_met|him|school
targeted confirmed : target+|targetted|targetting|singled_out|singling|picked_on|picking_on|victimised|victimising|
    vendetta|campaign_against|out_to_get_me|out_to_get_us|got_it_in_for|has_it_in_for|have_it_in_for|
    deliberately_aimed|aimed_at_me|aimed_at_us|aimed_at_my|ganging_up_on|persecut+|hounded|hounding|tormenting_me|
    tormenting_us|tormenting_my|tormenting_her|tormenting_him|made_my_life|making_my_life|making_our_lives|victimized|
    victimising ~1 THEM|me|us|my|her|him|our|by|house|SELF|elderly|family|hell|misery|you|out|nothing|it
targeted confirmed : only|just ~1 our|my|us|me|mine|ours|his|her ~1 house|car|window|windows|door|family|property|
    flat|shop|home ! got|bought|one_car
targeted confirmed : single|singles|singling|singled ~1 me|us|him|her|my|our ~2 out
targeted confirmed : target+|targetted|singled_out|victimised|picked_on|vendetta ! market|targeted_ads|fundraising|
    litter_target|targets|shooting|funding|support
targeted probable : throw+|threw|thrown|chuck+|egg+|egged|smear+|scratch+|keyed|slash+|smash+|pour+|damage+|vandal+|
    spray+|post+|shov+|put+|kick+|kicking|spit+|urinat+|wee+|piss+|brick ~5 at|on|through|over|to|in|outside|against|
    my|our|up ~2 my|our|her_house|his_house|her_door|my_mums|my_nans|my_house|elderly ~2 HOME|letterbox|tyres|car|
    front|wall|step ! ball|balls|football|accident|leaves|branch|wind|parcel|litter_blows|snow
targeted probable : keeps|keep|always|every_time|again|whenever ~4 shouting|swearing|abuse|abusing|picking|banging|
    knocking|giving|staring|filming|blocking_me|threatening|shouts|swears ~3 at|on|me|my ~2 me|us|my|door|her|him !
    dog
targeted confirmed : egg+|egged|pelt+ ~2 our|my ~1 HOME
position_of_trust confirmed : TRUSTED ~14 took_my_son|took_my_daughter|home_alone|gave_him_beer|gave_her_drink|
    gave_them_alcohol|beer|vodka|on_his_own_with|flirty|sexting|touch+|inappropriate|inappropriately|groping|groped|
    grop+|alone_with_kids|alone_with_the_kids|alone_with_girls|alone_with_boys|messaging|messages|texting|texts|gifts|
    creepy|sexual|hit|hits|hitting|slapp+|steal+|stole|stealing|abus+|groom+|photos|pictures|pervy|secret|secrets|
    lifts|drunk|kissing|kissed|hurt+|bully+|drugs|behind_closed|locked_the_door|money_off|taking_money|takes_money|
    snapchat|follows_girls|smack+|grabb+|pervert|paedo|flirt+|comments|dm+|alone_with|sleepover|sleepovers|nudes|
    cuddl+|tickl+|on_his_knee|asked_for_money|borrow+|alcohol|nasty|scared_of|frightened_of|favourites|weird|pressur+|
    control+|rough|pinch+|private|shout+_at_the_kids|exploit+ ! parking|thank|lovely|brilliant|fantastic|reported_it
position_of_trust confirmed : touch+|messag+|text+|dm+|groom+|kiss+|hit+|slapp+|steal+|stole|gropes|groped|photos_of|
    pictures_of|gifts_from|snapchat|alone_with|abused|lifts_from|grabb+|flirting|scared_of|uncomfortable_around|
    uncomfortable_with|inappropriate|smack+|tried_to_kiss|inappropriately|money_from ~8 TRUSTED ! thank|
    to_the_volunteer_coordinator
position_of_trust probable : works|working|volunteers|volunteering|volunteer|job|runs|helps_out|employed ~3 at|in|
    with|for ~3 school|kids|children|nursery|youth_club|care_home|elderly|scouts|vulnerable|hospital|charity|
    young_people|disabled|brownies|food_bank|befriending|old_people|cubs|community_centre ~15 hit|abuse|abused|
    convicted|sexual|paedo|nonce|touched|violent|drugs|steals|indecent|offender|images|dealing|racist|shouldnt_be|
    worried|inappropriate|concerned_about_him|messages|creepy|groom+|record|weird
position_of_trust confirmed : runs|running|organises|leads|manages|in_charge_of|volunteers|helps ~4 club|group|class|
    classes|session|sessions|centre|team|cafe|scouts|brownies|nursery|food_bank|choir|befriending|scheme|cadets ~14
    touch+|touched|inappropriate|messaging|messages|gifts|creepy|sexual|hit|hits|slapp+|steal+|stole|stealing|abus+|
    groom+|photos|borrow+|money|drunk|kiss+|hurt+|bully+|grabb+|alone_with|secret|pervert|paedo|swear+|lifts|scared|
    frightened|uncomfortable|exploit+ ! raise_money|raising_money|raised_money|needs_money|thank|no_money|raised
position_of_trust probable : runs|run|running|leads|coaches|teaches|TRUSTED ~9 gives|giving|gave|buys|buying|bought|
    takes|taking|messages|messaging|texts|texting|lifts|drives ~3 one|girl|boy|lad|lass|SURE_CHILD|kid|pupil ~6
    presents|gifts|home|lift|lifts|privately|alone|on_his_own|on_her_own|money|phone|secret|late ! thank|brilliant|
    kindly|christmas|trip|spirits
position_of_trust confirmed : lado|position_of_trust|abusing_his_position|abuse_of_position|abused_his_position
position_of_trust confirmed : TRUSTED ~6 ask+|want+|borrow+|beg+|pressur+|demand+ ~2 me|us|him|her|for|them|residents|
    my_mum ~2 for|money|cash|lend ~2 money|cash|loan|bank|gifts|photos|sex|pictures ! raffle|fund|donation|subs|fees|
    sponsor|charity
position_of_trust confirmed : TRUSTED|vicar|priest|imam ~4 hug+|tak+|giv+|invit+|cuddl+|strok+ ~4 girls|boys|kids|
    children|SURE_CHILD|lads|choir ~6 home|car|alone|one_at_a_time|lap|his_house|bedroom|lifts|flat|secret ! trip|
    match|tournament|bus|coach_trip|thank|brilliant|safe|safely|minibus|kindly
"""
