"""Hate, tension between groups and violent extremism (H11, H14, H22)."""

LINES = """
hate confirmed : racist|racism|racially|race_hate|homophobic|homophobe|homophobia|transphobic|transphobia|
    islamophobic|islamophobia|antisemitic|anti_semitic|antisemitism|hate_crime|hate_incident|disablist|ableist|
    xenophobic|bigots|bigot|racists|racial|biphobic|sectarian|hate_mail|nazi|nazis|swastika|swastikas|kkk|white_power|
    hate_speech|homophobes|faith_hate|queer_bashing|gay_bashing
hate confirmed : paki|pakis|nigger|niggers|nigga|wog|wogs|chink|chinky|chinks|coon|coons|tranny|trannies|faggot|
    faggots|fag_boy|poofs|poofter|batty_boy|battyboy|dyke|dykes|spastic|spaz|spacker|retard|retarded|retards|mong|
    pikey|pikeys|gyppo|gyppos|gypo|gypos|kike|yid|yids|raghead|ragheads|towelhead|muzzie|muzzies|gollywog|ching_chong|
    shemale|lezzer|lezza|golliwog|n_word|p_word|paki_shop|pakkis|puff|smelly_indian|dirty_muslim|dirty_jew|
    dirty_foreigners|dirty_gypsies|f_slur|bender|poof|slitty ! cushion|pastry|thurs
hate confirmed : HOSTILE ~8 because|cos|bcos|for|due_to|on_account_of|over|about ~4 black|white|asian|brown|muslim|
    islam|jewish|jew|gay|lesbian|bisexual|trans|transgender|disabled|disability|wheelchair|religion|race|skin|colour|
    sexuality|hijab|headscarf|turban|accent|foreign|polish|romanian|gypsy|traveller|roma|african|indian|pakistani|
    chinese|sikh|hindu|learning_disability|autistic|autism|stammer|blind|deaf|nationality|where_im_from|
    where_i_am_from|where_were_from|where_we_come|where_i_come|ethnicity|faith|queer|my_husband_is_a_man|two_mums|
    two_dads|gender|wife_is_a_woman|my_kippah|irish|immigrant|refugee|asylum|scarf|dwarf|tourettes|from_ukraine|
    ukrainian|downs_syndrome|beliefs|sex
hate confirmed : HOSTILE ~3 my|our|his|her|their|son|daughter ~2 skin|religion|race|colour|hijab|headscarf|turban|
    sexuality|disability|accent|faith|stammer|wheelchair|nationality|prosthetic|autism|skullcap|kippah|mosque|temple|
    synagogue|gurdwara|veil|niqab|scarf|walking_frame|guide_dog
hate confirmed : pull+|grab+|rip+|snatch+|tug+|yank+|knock+ ~3 hijab|headscarf|turban|veil|niqab|skullcap|kippah|
    scarf|patka
hate confirmed : go|went|fuck_off|get|goback|told_to_go|bugger_off|piss_off ~2 back ~2 to|where ~3 country|home|
    where_you|own|where_i|your_own|where_he|where_she|where_they|we_came|came_from|belong|africa|poland|pakistan|
    romania|india
hate confirmed : dont_belong_here|not_welcome_here|foreigners_out|immigrants_out|muslims_out|go_home_foreigners|
    your_kind|you_people_out|our_country|not_wanted_here|dirty_immigrants|send_them_back|get_out_of_our_country|
    speak_english|get_out_of_this_country|no_blacks|no_muslims|gays_out|kill_all|rivers_of_blood|your_lot|deport_them|
    we_dont_want_your|dont_want_your_kind|back_to_your_country
hate confirmed : call+|shout+|name|names|scream+|yell+|spray+|written|wrote|paint+ ~6 queer|terrorist|terrorists|
    bomber|isis|taliban|monkey|ape|cripple|lesbo|lezzers|gay|pervert_for_being|tranny|gypsy|illegal|immigrant|
    foreigner|ninja|letterbox_on_legs|shirtlifter|fairy|nonbinary|benefit_scrounger|bin_laden|cockroach|cockroaches|
    vermin|scrounger|wheels|window_licker|half_caste|jew|jews|muslim|homo|homos|bacon|allahu|bomb ! names_of|fire
hate confirmed : monkey_noises|monkey_chants|monkey_chanting|bacon_on|bacon_through|bacon_at|pork_through|pigs_head|
    pig_head|nazi_salute|nazi_salutes|sieg_heil|hitler|burning_cross|bacon_left|bacon_thrown|slant_eyes|
    monkey_gestures|limp_wrist
hate confirmed : mosque|synagogue|gurdwara|temple|church|islamic_centre|jewish ~6 attack+|vandal+|smash+|graffiti|
    daub+|paint+|firebomb+|window|windows|pig|bacon|desecrat+|brick|damage+|threat+|abuse ! parking|noise|bell|bells|
    planning|roof|parked|litter|cleaning|dishes|window_cleaner
hate probable : mock+|imitat+|laugh+|mimic+|jeer+|taunt+|bully+|torment+|picking_on|take_the_piss|taking_the_piss|
    making_fun|make_fun|insult+ ~6 disabled|disability|wheelchair|limp|stammer|autistic|autism|accent|tourettes|
    special_needs|deaf|blind|learning_disability|learning_difficulties|downs|tics|stick|hearing_aid|religion|prayer|
    praying|crutches|scar|sexuality|gay|trans|turban
hate probable : hate|hates|despise|cant_stand ~2 us|me|gays|muslims|foreigners|immigrants|blacks|asians|jews|
    travellers|polish|gay_people|disabled_people|them|gypsies|trans_people ~5 because|different|foreign|religion|lot|
    race
hate probable : we|im|i_am|were|my_partner_and_i|my_son_is|my_wife|couple ~4 gay|lesbian|trans|muslim|jewish|black|
    asian|only_black|only_asian|disabled|polish|romanian|sikh|hindu|only_muslim|only_foreign|traveller|foreign|
    african|roma|only_black_family ~12 HOSTILE ! noise_from_pub
hate probable : only_black_family|only_asian_family|only_muslim_family|only_foreign|only_gay|only_black|only_polish|
    only_jewish|only_asian + HOSTILE|dog_mess|bricks|windows|eggs|target+
hate probable : slurs|slur|dirty_looks_because|gay_slurs|racial_slurs|hate_comments|abuse_for_being|abuse_for_holding|
    abuse_because_of
hate probable : set_fire|fire|burn+|smash+|attack+|graffiti|sprayed|egged|vandalis+|brick|bomb|pig ~8 mosque|
    synagogue|gurdwara|temple|church|islamic_centre|jewish_cemetery ! fire_alarm|fire_station|roof|fire_door|bonfire|
    fireworks
hate possible : anti_muslim|anti_gay|anti_immigrant|anti_immigration|anti_migrant|anti_trans|anti_asylum
hate confirmed : no ~1 travellers|gypsies|blacks|muslims|gays|irish|polish|foreigners|immigrants|asians|jews|roma|
    trans ~2 allowed|sign|here|policy|served|welcome
hate confirmed : sign|says|poster|said|told|window|notice|refuse+ ~6 no ~0 travellers|gypsies|blacks|muslims|gays|
    irish|polish|foreigners|immigrants|asians|jews|roma|disabled|wheelchairs
hate probable : people_like_me|people_like_us|people_like_you|your_sort|our_sort|my_sort|your_type|my_kind|our_kind|
    people_like_him|people_like_her ~6 shouldnt|not_welcome|dont_belong|not_wanted|should|get_out|leave|
    are_the_problem|dont_deserve|ruin|disgust+|sick|burden|go
community_tension confirmed : tension|tensions|race_riot|race_riots|riot|riots|rioting|civil_unrest|unrest|disorder|
    mob|protest|protests|protesters|protestors|protesting|counter_protest|far_right|edl|britain_first|
    patriotic_alternative|vigilante|vigilantes|demonstration|stirring_up_trouble|stir_up|stirring_it_up|whipping_up|
    powder_keg|turf_war|gang_war|postcode_war|demo|hate_rally|uaf ! run_riot|premium|wires|muscle|noise|mild|quiet
community_tension confirmed : leaflet+|leaflets|posters|stickers|flyers|leafleting|facebook_group|whatsapp_group|
    posts|rumours|rumour|flags|graffiti ~8 against|get_them_out|asylum|muslims|immigrants|migrants|mosque|jews|
    refugees|foreigners|hotel|take_our|invasion|white|stirring|anger|angry|travellers|gypsies|take_back|
    enough_is_enough|hate ! lost_cat|bins|parking|festival|open_day|planning|coffee_morning|welcome|collection
community_tension confirmed : march|marching|gathering|gather|meeting|turn_up|turning_up|protest|meet|rally|crowd|mob|
    demo ~6 outside|at|to|on ~2 asylum|hotel|mosque|hostel|migrant|hmo|synagogue|immigration ! prayers|wedding|
    open_day|prayer|charity
community_tension probable : two|rival|different|both|other ~2 groups|communities|gangs|estates|sides|schools|
    families ~6 clash+|fight+|kick_off|retaliat+|tension|each_other|revenge|squaring|trouble|feud|beef|war|
    threatening|windows
community_tension probable : feud|gang_fight|gang_fights|communities_against|community_against|asians_and_whites|
    us_and_them|pitched_battle|families_feuding ! fence|hedge
community_tension confirmed : march|protest|rally|demo|gathering ~3 against|about|over ~3 migrants|immigrants|asylum|
    refugees|muslims|mosque|hotel|immigration|jews|travellers|foreigners|gypsies ! parking|planning|library|closure
community_tension probable : going_to_be|gonna_be|there_will_be|therell_be|brewing|it_will|itll ~3 trouble|war|bother|
    aggro|bloodshed|kick_off|go_off|payback ~4 between|with|saturday|weekend|tonight|tomorrow|at|lads|estates|streets
    ! noise|my_neighbour|parking|neighbour
radicalisation confirmed +attack_plan : plan+|going_to|gonna|wants_to|talk+|threat+|ready|says|about|prepar+ ~5
    attack|bomb|bombing|blow_up|shoot_up|shooting|massacre|kill_them_all|kill_loads|mass_shooting|kill_as_many|
    run_people_over|blow|stab_people|kill_people|kill_all ~6 school|mosque|church|synagogue|hotel|people|parliament|
    crowd|centre|them|muslims|jews|unbelievers|everyone|pride|temple|migrants|infidels|immigrants|kuffar|concert|town|
    market|women|shopping ! heart|asthma|panic|film|photo
radicalisation confirmed : isis|islamic_state|al_qaeda|al_qaida|terrorist_attack|terrorism|terror_attack|terror_cell|
    extremist|extremists|extremism|radicalised|radicalized|radicalising|being_radicalised|atomwaffen|combat_18|
    national_action|race_war|bomb_making|making_bombs|make_a_bomb|build_a_bomb|building_a_bomb|jihad|jihadi|
    beheading_videos|execution_videos|beheadings|martyr|martyrdom|radicalisation|great_replacement|white_genocide|
    siege_culture|accelerationist|sonnenkrieg|neo_nazi|neo_nazis|incel|incels|pipe_bomb|pipe_bombs|explosives|
    mein_kampf|terrorist_manual|anarchist_cookbook|caliphate|white_supremacist|white_supremacy|day_of_the_rope|
    al_shabaab|boko_haram|terrorgram|caliph ! called_me|calling_me|called_us|calls_me|calling_us|shouted|call_me|
    called_him|called_her|call_us|shouting
radicalisation soft/a : attacker|attackers|bomber|bombers|bombing|shooter|shootings|shooter_was|killer|terrorist|
    terrorists|massacre|attack|hitler|breivik|mass_shooter|gunman|killings|school_shooting|manchester_arena|
    christchurch ~8 hero|heroes|deserved|praise+|right|brilliant|legend|admires|idolise|good|worship+|great|saint|
    respect|celebrat+|should_be_more|laugh+|based|had_it_coming|idol|inspirational ! heart|asthma|film
radicalisation soft/a : hero|deserved|praise+|admir+|idol+|worship+|celebrat+|support+|agree+|proud|justified ~8
    attacker|attackers|bomber|bombers|bombing|shooter|massacre|terrorist|terrorists|terror|hitler|mass_shooter|
    breivik|gunman|suicide_bomber|killings
radicalisation soft/b : watch+|share+|sharing|posting|posts|sends|sending|download+|showing|shows|obsessed|looking_at|
    viewing|reading|shared ~4 execution|beheading|extremist|terrorist|isis|bomb|bombing|nazi|violent|white_power|
    far_right|hate|terror|gore|killing|isis|jihadi|supremacist|militant|propaganda ~3 video|videos|material|
    propaganda|content|stuff|posts|memes|forums|forum|channels|manifesto|manifestos|websites
radicalisation soft/b : manifesto|manifestos
radicalisation soft/c : withdrawn|secretive|cut_off|stopped_seeing|changed|dropped_his_friends|dropped_all_his|
    isolated|hardly_leaves|locked_in_room|locks_himself|shut_himself|given_up_his_mates ~14 online|forum|telegram|
    discord|group_chat|internet|new_group|new_friends|chatrooms|channels|new_beliefs|chat_room
radicalisation soft/d : should|deserve|deserves|need|needs|want|wants|ought ~2 to|be|all_be|all|get|rise_up|rise ~3
    die|kill_them|shoot_them|kill_all|shot|killed|wiped_out|exterminated|gassed|hanged|hung|burned|burnt|wiped|
    put_down|eradicated|dead|bombed|cleansed ! litter|bins|ball|prices|grass|weeds|sun|mosquitoes|rats|prize|house
radicalisation soft/d : subhuman|vermin|untermensch|kuffar|kafirs|infidels|unbelievers|degenerates|parasites|cleanse|
    ethnic_cleansing|cockroaches ~12 die|kill|kills|killed|deserve|wiped|cleanse|burn|exterminated|shot|eradicat+|war|
    them
radicalisation soft/e : research+|looking_up|drawing|drew|collect+|interest_in|interested_in|buying|search+|googl+|
    plans_of|maps_of|photographing|notes_on|list_of|lists_of|obsessed_with ~5 targets|bombs|explosives|weapons|guns|
    mosques|synagogues|manuals|crossbow|school_layout|knives|body_armour|chemicals|school_shootings|mass_shootings|
    serial_killers|massacres|how_to_make|security
radicalisation soft/d : all ~2 muslims|jews|gays|immigrants|migrants|blacks|whites|women|unbelievers|foreigners|
    christians|infidels|police|them ~3 die|killed|shot|hanged|burn|wiped|exterminated|gassed|dead|suffer
radicalisation soft/b : video|videos|footage|clips|films ~2 of ~3 execution|beheading|killing|massacre|bombing|terror|
    shooting|attack|isis ! film|match|dog
fact:home_attacked : spray+|paint+|daub+|graffiti|smash+|brick|bricks|bacon|pig|dog_mess|dog_poo|shit|egg+|egged|eggs|
    vandal+|fire|scratch+|keyed|burn+|damage+|written|wrote|kick+|attack+|stones|pushed|posted|swastika|urinat+ ~8
    HOME|houses|mosque|church|synagogue|temple|gurdwara|shop|takeaway|letterbox|wall|business ! talk
fact:home_attacked : my|our|their|his|her|the ~1 HOME|mosque|church|synagogue|temple|gurdwara|shop|takeaway ~6
    sprayed|painted|daubed|graffiti|smashed|egged|vandalised|scratched|keyed|burnt|damaged|swastika|attacked|bricked|
    broken
"""
