"""Weapons: seen, used, claimed or looked like (H02)."""

LINES = """
weapon confirmed : HOLD ~4 BLADE|GUN
weapon confirmed : BLADE|GUN ~3 on|in|at|out|to|under|down ~2 HIM|THEM|MY|throat|neck|face|hand|belt|waistband|bag|
    jacket|sock|trousers|me
weapon probable : BLADE|GUN
weapon confirmed +armed : NASTY_HOLD ~4 SURE_CLUB|BLADE|GUN|ACID
weapon confirmed +armed : with|had|has|got|holding ~3 SURE_CLUB ~6 threaten+|smash+|hit+|outside|door|shouting|at|
    after
weapon confirmed : HE ~2 has|got|had|with ~2 crowbar|knuckle_duster|knuckleduster|baseball_bat|machete|cosh|axe|
    hatchet|sledgehammer|metal_bar|iron_bar
weapon confirmed +armed +aimed : threaten+|hit+|attack+|came_at|beat|beaten|bottled|smash+ ~4 THEM ~3 with ~3 CLUB|
    MISSILE
weapon confirmed +aimed : threw|throw+|chuck+|lob+|pour+|spray+|squirt+ ~2 acid|ammonia|bleach|corrosive|boiling_water
weapon confirmed +aimed : FIREWORK ~5 at|towards|into ~3 THEM|passers|passing|MANY_PEOPLE|walkers|crowd|pedestrians
weapon confirmed +aimed : fire+|aim+|throw+|threw|thrown|chuck+|set+ ~1 FIREWORK ~4 at ~2 THEM
weapon confirmed : tooled_up|strapped_up|armed_with|armed_gang|armed_and|is_armed|are_armed|were_armed|was_armed|
    theyre_armed|hes_armed|blade_on|got_blade|bladed|chefed
weapon probable : HE ~2 carry+|carries|packing|strapped ! DRUG|bag|bags|box|boxes|shopping|package|packages|sofa|baby|
    child|dog|on|furniture|cans|speaker|tray
weapon possible : HE ~2 said|says|claimed|reckons|told ~3 he|hes|she|shes|they|theyve ~1 had|has|got|carries|carrying
    ~1 one|it|something|summat
weapon possible : looked_like|looks_like|might_be|could_be|might_have_been|could_have_been|thought_was|think_was|
    shaped_like|handle_of|not_real|imitation|replica|fake ~2 BLADE|GUN|machete|weapon
weapon possible : lifted|lifts|lifting|raised|pulled_up ~2 top|shirt|jumper|jacket|hoody|hoodie ~8 handle|something|
    gun|knife|blade|tool
weapon possible : reach+|patt+|tapp+|lift+|show+ ~3 waistband|handle|tool|down_his_trousers|inside_his_jacket|
    in_his_jacket
weapon possible : something|handle|summat ~2 waistband|up_his_sleeve|down_his_trousers|under_his_jacket|
    under_his_coat|down_his_pants
weapon confirmed : weapon|weapons|weaponry|offensive_weapon
weapon confirmed +injury +aimed : got|was|been|were|being|just ~1 stab+|slashed|shot|shanked|knifed|glassed|bottled
weapon confirmed +injury : stabbing|stabbings|shooting|shootings|knifepoint|gunpoint|knife_point|gun_point|drive_by
weapon confirmed +aimed : HE|been|got ~3 stabbed|knifed|shanked|stabbing|shanking|slashed|glassed ~2 THEM
weapon confirmed +aimed : shoot+|shot|shooting|fire+ ~1 at ~2 THEM|cars|windows|house|cats
weapon probable : being|be|are|is|theyre|hes ~1 strapped ! for_cash|for_time|in|into|onto|to|down
"""
