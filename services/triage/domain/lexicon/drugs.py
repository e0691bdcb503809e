"""Drug supply, not use (H18)."""

LINES = """
drug_supply confirmed : SELL ~5 SURE_DRUG ! charity_shop|balloons|food_bank|pharmacy|chemist|helium
drug_supply confirmed : drug_dealer|drug_dealers|drug_dealing|drugs_dealer|drugs_dealing|dealing_drugs|weed_dealer|
    coke_dealer|crack_house|crack_den|drug_den|drugs_den|drug_house|cannabis_farm|weed_farm|cannabis_factory|
    cannabis_grow|grow_house|growing_cannabis|growing_weed|drug_deal|drug_deals|drugs_deal|drug_gang|drug_gangs|
    plugging|shotting|shottin|trapping|trap_boy|trap_boys|ticking_drugs|drug_runners|county_lines|drugs_for_sale|
    drug_drops|drug_drop|drug_supply|drug_dealin|supplying_drugs|bagging_up|bagging_it_up|drug_line|deal_line|
    selling_gear|selling_bags|selling_balloons|drug_trade|dope_dealer|dealing_weed|cannabis_plants|drug_activity|
    drug_exchange|drug_transactions|street_dealing|open_dealing|selling_vapes_to_kids
drug_supply confirmed : dealing|deals|dealin|deal|dealt ~3 from|in|on|out|outside|at|again|openly|round|to|by|behind|
    near|there|every|going_on|drugs|weed ~3 flat|house|car|park|street|corner|alley|ginnel|snicket|door|shop|school|
    kids|stairwell|estate|garages|daylight|here|window|block|day|night|them|drugs|gates|field|lads|bench|underpass|
    car_park|landing|toilets ! with|good_deal|great_deal|big_deal|car_dealer|cards|antique|raw_deal|meal_deal
drug_supply confirmed : lads|people|man|hes|he|they|theyre|youths|gang|someone|bloke|neighbour|guys|tenant|shes ~3
    dealing|dealin|is_dealing|are_dealing|deals ! with|cards
drug_supply probable : dealer|dealers|plug ! car|antique|scrap|card|blackjack|art|motor|used_car|junk|main_dealer|
    metal|hole|sink|electric|bath|socket|sockets|caravan|ear
drug_supply confirmed : baggies|baggie|baggy|baggys|snap_bags|little_bags|small_bags|wraps|packages|small_packets|
    bags_of_white|bags_of_weed|tiny_bags|packets|grip_seal|grip_bags ~6 exchange+|exchanging|swap+|hand+|pass+|money|
    cash|sell+|cars|door|buy+|sale|kids|window|notes|collect
drug_supply confirmed : hand+|pass+|exchange+|swap+|giving|buy+|get+|collect+|pick+_up|picking_up|drop+|sell+|selling|
    link+ ~4 baggies|baggie|baggy|baggys|wraps|little_bags|small_packages|small_packets|bags_of|packages|snap_bags|
    small_bags|tiny_bags|beak|gear|bits ~6 cars|cash|money|door|car|corner|lads|people|window|kids|street|bike|notes|
    hand ! charity|shopping|library|amazon|jumble|recycling|compost|bin
drug_supply confirmed : cash|money|notes|tenner|twenty ~6 baggies|baggie|wraps|small_bag|little_bag|packet|packets|
    package|packages|bag ~6 cars|corner|car|window|door|hand|street|people|kids ! bank|charity|church|shopping
drug_supply confirmed : selling|dealing|serving|sells|deals|serves|shotting ~2 out_of|from|through ~3 window|flat|
    house|door|car|boot|garage|back_door|bedroom|bungalow|van|gaff|shop ! food|eggs|cakes|ice_cream|burgers|flowers|
    clothes|lemonade|fruit|jam|furniture|coffee|noise|with
drug_supply probable : exchange|exchanges|hand_to_hand|handovers|handing_over|hand_over|transactions|quick_exchange|
    deals_going ~6 cars|car|corner|window|alley|lads|door|mopeds|bikes|hoods|ginnel|hooded ! library|skip|gifts|
    parcel|keys
drug_supply probable : car|cars|mopeds|moped|bikes|ebike|taxi|people|customers|lads ~8 pull+_up|pulling_up|pulls_up|
    stop|stops|turn_up|come|comes ~6 minute|few_minutes|two_minutes|2_minutes|30_seconds|seconds|window|exchange|
    off_again|couple_of_minutes|drive_off|couple_minutes|few_secs|then_go|few_seconds|2_mins|few_mins|minutes ~6
    all_day|hours|night|every|day|lad|window|hooded|off|comes_out|drive|leave|again|gone ! deliveroo|school|takeaway|
    post_office|shop|amazon|just_eat|parking|nursery
drug_supply probable : on_road|linking|on_the_road_selling|licks|hitting_licks|serving_up|serves_up|serving|serves ~4
    drugs|weed|nitties|cats|fiends|coke|up|smackheads|junkies|beak|people_all_night ! food|drinks|meal|customers|beer
drug_supply confirmed : smackheads|crackheads|junkies|druggies|addicts|users|nitties|bagheads|smack_heads|crack_heads
    ~8 coming_to_buy|buy+|queue+|queuing|door|score|scoring|get_their|pick_up|collect|in_and_out|all_hours|knocking|
    knock|turn_up|turning_up|same_house|flat|house ! needles|bins
drug_supply confirmed : shotted|shotting|shottin|bagging|weighing_out|cooking_up ! photo|film
drug_supply probable : swap+|exchang+|hand+|pass+ ~3 something|summat|package|packet|bag|bags|stuff ~6 drives|drive|
    window|car|cars|off|cash|money|leaves|times_a_day|all_day ! library|parcel|recycling|post|amazon|gift
fact:supply_to_child : SELL ~8 SURE_CHILD|kids|school|schoolkids|young_lads|teenagers|children|pupils|minors !
    charity|balloons
"""
