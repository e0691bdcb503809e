"""Idioms and everyday matters in which a word of danger means none: data for people to check, one per line."""

#: A suicide signal is never dismissed by these; a phrase counts when its first or last word is covered.
HARMLESS = """
murder a|an|some|for
like|was|is|its|absolute|bloody murder
war zone|zones
knife crime|fork|forks|bin|bins|arch|amnesty|edge|sharpening|sharpener
forks|fork knives|knife
blade|blades of|on grass
mower|mowers|lawnmower|wiper|saw|razor|rotor|turbine|fan blade|blades
nail|glue|heat|spray|water|nerf|staple|speed|massage|grease|squirt|bubble|starting|top gun|guns
jump|jumping|jumps|jumped gun
great|big gun|guns
stanley road|street|park|avenue|close|drive|terrace|cup|court|place
gun lane|street|road|hill
sword dance|dancing|dancers|lane|street
axe throwing
secret weapon
cuts|cut|council|shops|youth|centre|budget axe|axed
fight|fighting|fights for|against|losing|litter|council|flab|crime
play|water|snowball|food|pillow|cat|cats|seagull|seagulls|pigeon|pigeons|fox|foxes|cock|waterfight fight|fights|fighting|scrap
playfighting|playfight
scrap metal|man|yard|dealer|dealers|car|cars|van|paper|heap|book
attack|attacked|attacking by|the|of weeds|problem|litter|midges|slugs
heart|panic|asthma|wasp|bee attack|attacks
hit|hits by|with|the|a|me|him|us bill|fine|fines|roof|road|bollard|kerb|pothole|lamppost|charges|wall|fence|costs|rates|headlines|ticket
hit|punch hard|above
hit run
choke|choking on|by|with fumes|smoke|dust|weeds|traffic|litter|ivy
shot|shots|shoot|shooting stars|star|photo|photos|video|film|pictures|hoops|tv
screen|booster|flu|covid|moon|big|long|pot shot|shots
drive|driven|driving|drives|drove|send|sends|makes|making me|us|my mad|crazy|up|insane|potty|bonkers|round|nuts
killing|kills|kill the|our|all|off|time trees|grass|weeds|bees|high|town|plants|trade|mood|vibe|flowers|hedge|fish|time|wildlife
dressed to kill
killing it|me laughing
dying to|for|of|out meet|see|boredom|laughter|trees|tree
dead body|bodies of|fox|cat|pigeon|bird|hedgehog
fire door|doors|exit|exits|hydrant|hydrants|station|alarm|alarms|engine|engines|escape|drill|pit|brigade|safety|extinguisher|sticks|gate|wood|lane
camp|open|log|bon|wood fire|fires
burning|burn garden|leaves|rubbish|plastic|wood|smell|waste|stuff|question|logs|coal
battered fish|sausage|old|cod
beat|beats the|a traffic|rush|heat|boredom|path|bush|drum|drums
beat bobby|bobbies|officer|team
leather jacket|jackets|sofa|goods
broken|broke|breaking into song|pieces|smithereens|bits|cold|run
breaking news
get|getting|got|gets|come|coming|came in|into touch|contact|way|bed|car|park|trouble|through|work|shop|home
alarm|gate|light|camera|cameras burglary|burglar
burglar alarm|alarms
cuckoo clock|clocks|spinney|lane
bath|seed|photo|cherry|love|bug bomb|bombs
cost|time bomb
like bomb hit|went|exploded|gone|site
highly|heavily|high|well|less|more|most trafficked
beat up|old truck|trucks|car|cars|van|pickup
almost|nearly get|got|been|gets|getting hit
could|may|might|would|potentially|possibly|before|until|will|eventually someone|somebody|people|kids|children|child|anyone|get|gets|become|be|is seriously|badly|hurt|hurting|injured|attacked|hit
bomb site
exploded|explosion|explode of|in litter|rubbish|numbers|weeds|rats|prices|bin|bins
collapsed|collapsing wall|walls|fence|drain|manhole|road|gully|tree|kerb|sewer|pavement
wall|fence|drain|manhole|road|tree|grate|roof|shed|verge collapsed
riot of
slave labour|wages|trade
flashing light|lights|blue|indicator|sign|at|amber|neon
exposed wires|wiring|cable|cables|nails|pipe|brick|manhole
grooming dogs|dog|parlour|salon|pets|horse
dog|dogs|pet|horse|cat groomer|grooming|groomers
bins|bin|cat|cats|dog|dogs|parcel|cover|lid|slabs|sign|signs|bike|tile|tiles gone|is|been missing
missing bin|bins|bulb|sign|lid|cover|drain|cat|dog|slab|slabs|kerb|collection|person's
hurts|hurt my|the|our eyes|business|trade|ears|feelings|shop|property|prices
trapped|stuck in|behind traffic|gate|vehicle|mud|trolley
ambulance|ambulances cant|couldnt|blocked|parked|access
police cant|couldnt need|want
threatening to|by close|closure|fine|cut|remove|weather|clouds
threat of closure|flooding|rain
shame on
honour board|roll|garden
bleeding heart|hearts|radiator|radiators|noise|obvious|council|dog|parking|cars|bins|music|neighbours|loud|kids|nuisance
smell|smells|stinks of gas|garlic|works
"""  # noqa: E501 - one phrase per line reads better than a phrase over two
