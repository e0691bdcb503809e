"""Deliberate fire and dogs out of control (H17, H20)."""

LINES = """
arson_fire_risk confirmed : set|sets|setting|started|starting|lit|light|lighting|lights|start|starts|settin ~2 fire|
    fires|alight|ablaze|light ~2 to|in|at|on|inside|under|near|behind|again|by ~3 BIN_LIKE
arson_fire_risk confirmed +occupied : set|sets|setting|put|settin ~1 fire|alight ~2 to ~3 BURNABLE
arson_fire_risk confirmed +occupied : set|sets|setting|setting|settin ~3 BURNABLE ~3 on_fire|alight|ablaze
arson_fire_risk confirmed : set+|setting|sets ~4 on_fire|alight|ablaze
arson_fire_risk confirmed : set_fire|setting_fire|sets_fire|setting_fires|setting_things_on_fire|set_alight|
    lighting_fires|lit_a_fire|lit_fires|starting_fires|started_fires|started_a_fire|starting_fire|light_fires|
    lights_fires|fire_started|deliberate_fire|deliberate_fires|fire_deliberately|arson|arsonist|arsonists|fire_setter|
    fire_setting|fires_being_lit|fires_being_set|bin_fire|bin_fires|bins_on_fire|bin_on_fire|torching|torched|firebug|
    fire_starting|burnt_out_bins|burnt_the_bins
arson_fire_risk confirmed +occupied : torch+|firebomb+|petrol_bomb+ ~3 BURNABLE
arson_fire_risk confirmed +occupied +accelerant : firebomb|petrol_bomb|petrol_bombs|petrol_bombed|molotov|firebombed|
    molotovs|fire_bomb|fire_bombed
arson_fire_risk confirmed +accelerant +occupied : petrol|lighter_fluid|accelerant|paraffin|diesel|white_spirit|
    firelighters|lighter|matches|burning_paper|FIREWORK|lit_paper ~5 letterbox|letter_box|door|through_the_door|
    window|porch|mail_slot
arson_fire_risk confirmed +accelerant : pour+|splash+|spray+|throw+|threw|dous+|buy+|bought|stockpil+|smell_of|
    smelled ~3 petrol|accelerant|lighter_fluid|paraffin
arson_fire_risk confirmed +accelerant : petrol ~6 light|lit|fire|match|lighter|burn+ ! lawnmower|station
arson_fire_risk confirmed +occupied : threaten+|GOING_TO|said ~4 burn+|torch|set_fire|set_alight|petrol_bomb|firebomb
    ~4 HOME|BURNABLE|out|down
arson_fire_risk confirmed +occupied : burn+ ~1 THEM|MY|the|our|your ~1 house|home|flat|shop|place|mosque|hotel|out ~1
    down|out|with
arson_fire_risk confirmed +fire_now +occupied : house|flat|building|home|car|van|garage|shed|block|shop|school|
    caravan|kitchen|tent|pub|stairwell|factory|mill ~2 on_fire|in_flames|ablaze|is_burning|alight|going_up_in|
    burning_now|fire_now ! was|last|yesterday|like|smell|sale
arson_fire_risk confirmed +fire_now : flames|fire ~3 spreading|out_of_control|near_the_houses|towards_the_houses|
    coming_from|coming_out_of ~3 house|flat|building|roof|window|houses|moor|woods ! HABIT
arson_fire_risk possible : burnt|burned|burning ~1 out ~1 car|cars|van|bin|bins|moped
arson_fire_risk confirmed +occupied : alight|fire|burning|lit|torched ~4 against|outside|next_to|by|under|at|near|
    up_to ~3 door|front_door|house|flats|flat|window|wall_of|doorstep|building|porch|gable ! bonfire|brigade|fire_pit|
    bbq|smoke
dangerous_dog confirmed +dog_injury : DOG ~6 attack+|bit|bite|bites|bitten|biting|savaged|savaging|mauled|mauling|
    killed|killing|sank_its_teeth|went_for|goes_for|going_for|attackin|lunged|lunges|lunging|snapped_at|latched
dangerous_dog confirmed : DOG ~6 chase+|chasing|out_of_control|aggressive|vicious|dangerous|growl+|snarl+|snapping|
    snaps|rushed_at|ran_at|runs_at|running_at|jumped_at|jumps_at|loose_and|pinned|cornered|terrorising|terrorizing|
    attac
dangerous_dog confirmed +dog_injury : attacked|bitten|bit|mauled|savaged|chased|killed|pinned ~2 by ~5 DOG
dangerous_dog confirmed : aggressive|vicious|dangerous|savage|out_of_control|scary|nasty|uncontrolled|uncontrollable|
    snarling ~3 DOG ! fouling|sign
dangerous_dog probable : xl_bully|bully_xl|pitbull|pit_bull|banned_breed|big_dog|rottweiler ~6 loose|off_lead|
    off_the_lead|no_muzzle|without_muzzle|roaming|off_leash|no_lead|escaped|running|gets_out|got_out|not_muzzled
dangerous_dog confirmed : set|sets|setting|sicced|threaten+ ~3 DOG ~2 on|at ~2 THEM|me|us
dangerous_dog confirmed : DOG ~14 bit|bite|bites|bitten|mauled|savaged|attacked|knocked ~3 face|leg|arm|hand|her|him|
    me|my_son|my_daughter|child|girl|boy|down|over ! little|cat_food
fact:fire_now : FIRE ~6 NOW
fact:dog_now : DOG ~8 attacking|is_biting|still_biting|wont_let_go|has_got_hold|got_hold_of|mauling|savaging ! HABIT
fact:dog_person : bitten|bit|attacked|mauled|savaged ~6 by ~4 DOG ! cat|puppy|sheep|my_dog|our_dog|her_dog|his_dog|
    terrier
fact:dog_person : bit+|bitten|attack+|maul+|savag+|went_for|sank ~4 me|my_leg|my_arm|my_hand|my_son|my_daughter|
    my_child|child|girl|boy|woman|man|postman|person|kid|toddler|him|her|jogger|lady|him|neighbour|husband|wife|mum|
    leg|arm|hand|face ! cat|my_dog|her_dog|his_dog|our_dog|puppy|sheep
fact:dog_person : DOG ~14 bit|bite|bites|bitten|mauled|savaged|attacked ~2 her|him|me|my_son|my_daughter|child|girl|
    boy|lad|face|leg|arm|hand|lady|man|woman|postman ! cat|puppy
"""
