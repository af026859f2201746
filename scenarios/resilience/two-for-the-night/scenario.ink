# title: Two for the night

// What the story remembers. Each is planted once and comes back later.
VAR start = "none"  // share: half the clothes are in the lift. round: none are. dryer: all of them are.
VAR lift = "none"   // firm: forty minutes of flute. nandi: she is up, and comes early. carry: the breakfast things are upstairs. stand: a green round.
VAR aid = "none"    // trays: the trays are washed. later: a twelfth complaint. wash: a bag of clean things is found.
VAR task = "none"   // clothes, chairs, trays
VAR snow = "none"   // bowl, film, window
VAR end = "none"    // stay, home, bed

// The calendar of every way is in docs/content/two-for-the-night.md.

Wednesday, ten at night. Twenty-two old people live here, on two floors above the hall and the kitchen. # passage: opening
The rota, the list of who works, has three names for tonight: yours, Bao's and Mirela's. But Mirela's bus stands in snow in the hills. The agency that sends her has nobody else. The evening people have caught the last bus, and two is the least that the rules allow. You have the second floor, and Bao has the first. Nandi, who leads the nights, is at home with her phone on.
Every two hours is the round: you look in at each door and put a tick, ✓, on the tablet. A late tick turns red, and Hamza, who runs the house, sees it at home. Tomorrow at nine an inspector comes. "All twenty-two in the hall at half past seven," says his list, "in clean clothes, and still there at nine." Hamza's letters lie on his desk, unopened.
The warm clothes are wet, as they still were at six last week. The dryer smoked then, so one of you has to sit beside it.
Mrs Brennan in room 14 has lost a hearing aid, the small thing in the ear that makes sounds loud. She has written down eleven complaints for the inspector, and wants to hear the answers.
Mr Vella in room 20 takes your sleeve. "When it snows, wake me, at any hour." He does not say why. The app says no snow in town before Friday.
* [Sit down with Bao first, and then do both. # choice: share-out]
  ~ start = "share"
* [Do the round first, and then dry the clothes. # choice: round-first]
  ~ start = "round"
* [Dry the clothes first, and then do the round. # choice: dryer-first]
  ~ start = "dryer"
- -> half_past_eleven

== half_past_eleven
{start == "share":It takes twenty minutes and one sheet of paper.|{start == "round":Bao and you: twenty-two ticks, all of them green.|You fold while the dryer turns.}} # passage: half-past-eleven
{
- start == "share":
  Bao takes the clothes and the phone, and you take the ticks. At three each of you gets ten minutes in a chair. The round begins late, and the first floor turns red. Half the clothes are dry and on the cart, in the lift. The other half are still in the dryer.
- start == "round":
  You find two pairs of glasses. Then the clothes go into the dryer, which turns when one of you has time to sit there.
- else:
  Now twenty-two clean sets are on the cart, still warm, and the cart is in the lift. On the tablet your eleven doors are red. "Why red?" writes Hamza.
}
Half past eleven. On the ground floor you press the button of the lift. {start != "round":The door shuts in front of the cart.|The door shuts.} The light inside goes out, and the door does not open again.
Bao switches it off and on, three times. "It is the cold," he says. "It was the same with my scooter." Nine of the twenty-two can use the stairs. Thirteen cannot.
* [Ring the lift firm, and wait until somebody answers. # choice: ring-firm]
  ~ lift = "firm"
* [Start to carry the breakfast things up the stairs. # choice: carry-up]
  ~ lift = "carry"
* [Leave it as it is, and do the round. # choice: let-stand]
  ~ lift = "stand"
* [Ring Nandi at home, and say what has happened. # choice: ring-nandi]
  ~ lift = "nandi"
- -> quarter_past_one

== quarter_past_one
{lift == "firm":For forty minutes there is music, a flute. Then there is a man.|{lift == "carry":Bowls, plates, jam, butter, spoons.|{lift == "stand":The round at midnight is green, every door, to the minute.|Nandi answers before the first ring is over.}}} # passage: quarter-past-one
{
- lift == "firm":
  "It is the cold," he says. He can send somebody at nine, not before. He is alone there as well. Your midnight round is late.
- lift == "carry":
  You go up and down eleven times. Now the breakfast things are on the two floors, and none are in the hall. A spoon falls, all the way down, and some people wake up. Bao has rung the firm. They can come at nine, not before.
- lift == "stand":
  You take two people to the toilet and back. The breakfast is where it was. Bao has rung the firm. They can come at nine, not before.
- else:
  "I was not asleep," she says. She sounds asleep. She rings the firm. They can come at nine, not before. "I will come early," she says. "Now I can only lie here and worry." In the house nothing has moved.
}
A quarter past one. The bell of room 14 rings, for the third time. "It is in my cardigan, in the washing," says Mrs Brennan. "It is on a supper tray," says Bao. "I once found one in the mashed potato."
In room 15 Mr Quispe is sitting up in bed, with his woollen cap over both ears. He has been nearly deaf for two years. "Has my clock always been so loud?" he asks.
* [Look for it on the supper trays, with gloves. # choice: check-trays]
  ~ aid = "trays"
* [Tell her that you will look when it is light. # choice: when-light]
  ~ aid = "later"
* [Look for it in the washing, bag by bag. # choice: check-wash]
  ~ aid = "wash"
- -> ten_to_three

== ten_to_three
{aid == "trays":It is not in the mashed potato.|{aid == "later":"When it is light," says Mrs Brennan. She takes her pen.|Nine bags. You turn out every pocket.}} # passage: ten-to-three
{
- aid == "trays":
  To look at a tray you have to clear it, so now all of them are washed.
- aid == "later":
  She writes a twelfth complaint under the eleven. Then she rings again, twice. Between the bells you and Bao eat some soup, sitting down.
- else:
  You find the cardigan and a comb. In the last bag are clean clothes from Monday, which somebody forgot.
}
Ten to three. The last five doors of the two o'clock round were late, because three people needed the toilet at once. Somebody always wants tea at six, so you carry the cups up in one crate, a box with a handle. Nearly at the top, the handle breaks. Twenty-two cups go down the stairs. Nobody is hurt, and everybody is awake.
Three bells ring at once. Bao stands below, with the only cup that is still whole. "I saw a crack in the handle on Monday," he says, "and I told nobody. It is my fault. Now there are only the gold cups, for visitors."
Mrs Brennan has opened her door. "Somebody here loses things," she says, "and somebody breaks things." The tablet hums. It is Hamza, whom nobody has told about the lift. "Five doors red. Who was that? Are we ready for nine?"
You have been at work for nearly five hours. Bao looks up at you.
# response: cups
* [# answered: cups]
- -> quarter_past_three

== quarter_past_three
A quarter past three. The bells have stopped. # passage: quarter-past-three
Halfway up the stairs stands Bao, with a bandage in his hand. He cannot remember who it was for.{start == "share": On your sheet of paper it says: three o'clock, chairs.}
{start == "round":The clothes lie in the dryer, dry and not folded.|{start == "share":Half the clothes are in the lift, half in the dryer.|The clothes are in the lift.}} {aid == "wash":The things from Monday are enough for half the house.}
{lift == "carry":The breakfast is upstairs, but on no tray.|For thirteen the breakfast has to go up, on trays.} {aid == "trays":The trays are clean and bare.|The trays still have the supper on them.}
"Four people upstairs have to be turned, by two of us," says Bao. "With that, the bells, and the round at four, we have time for one thing."
* [Do the clothes, so that something clean hangs everywhere. # choice: do-clothes]
  ~ task = "clothes"
* [Take a chair each for a while, then start again. # choice: take-chairs]
  ~ task = "chairs"
* [Lay thirteen trays for upstairs, with the names. # choice: do-trays]
  ~ task = "trays"
- -> half_past_four

== half_past_four
{task == "clothes":Something clean hangs on every door now.|{task == "chairs":You put two chairs at the top of the stairs, where you can hear the bells.|Thirteen trays stand in {lift == "carry":two rows upstairs|a row in the kitchen}.}} # passage: half-past-four
{
- task == "clothes" && start == "round":
  Everybody has got their own. In between Bao put the milk in the linen cupboard, and towels in the freezer.
- task == "clothes" && aid == "wash":
  {start == "share":Half of it comes out of the dryer, and half out of the bag from Monday.|Half of it comes out of the bag from Monday, and half out of the wardrobes.} In between Bao put the milk in the linen cupboard, and towels in the freezer.
- task == "clothes":
  {start == "share":Half of it comes out of the dryer, and half out of the wardrobes.|All of it comes out of the wardrobes.} Some of it is for the beach. In between Bao put the milk in the linen cupboard, and towels in the freezer.
- task == "chairs":
  It is Bao's break. He shuts his eyes for twenty minutes while you take the bells, and then you change. When you look up, there is a blanket on you. Nothing is laid, and nothing hangs anywhere. Bao remembers who the bandage was for.
- else:
  Each has a cloth, a knife and a card with a name.{aid != "trays": First you had to get the supper off them.} In between Bao put the milk in the linen cupboard, and towels in the freezer.
}
Half past four. The round is done, and it snows.
"Mr Vella wants to see it before anybody walks on it," says Bao. "My grandfather was just the same."
From his bed Mr Vella sees a wall, and he cannot use the stairs. On his floor only the linen room looks over the yard and the road, and Hamza has packed forty chairs into it.
* [Wake him, and bring him a bowl of snow. # choice: bring-bowl]
  ~ snow = "bowl"
* [Let him sleep, and film the yard for him. # choice: make-film]
  ~ snow = "film"
* [Carry out forty chairs, and then wake him up. # choice: clear-chairs]
  ~ snow = "window"
- -> twenty_to_six

== twenty_to_six
{snow == "bowl":Mr Vella puts one finger into the snow.|{snow == "film":You film for four minutes. Nothing moves but the snow.|Forty chairs take forty minutes. They stand along the whole floor now.}} # passage: twenty-to-six
{
- snow == "bowl":
  "Cold," he says politely. "And the road?" You have looked only at the yard. He holds the bowl on his knees until it is water.
- snow == "film":
  Near the end there is a yellow light at the edge, far away, and it is gone. In room 20 Mr Vella sleeps. You have time to wipe down the stairs.
- else:
  By the tenth chair half the floor is awake. Mr Vella gives the yard one look. "Very nice," he says. Then he sits down with his face to the road, and stays.
}
Twenty to six. Rafiq, the cook, writes: no buses. He comes on foot, at half past seven, not at six. Until then there is bread, jam, cheese and a kettle. Of the five day people, two come at seven and three at eight.
Hamza's list still says: all in the hall at half past seven. "In this snow no inspector comes," says Bao.
Nandi, who leads the nights, {lift == "nandi":is putting her boots on|has read the whole chat}. "Plan the morning until eight, you two," she writes. {task == "clothes":The clothes hang at the doors. The trays are as they were.|{task == "trays":The trays are laid, with nothing to eat on them yet. No clothes hang at the doors.|Nothing is ready, but you have both rested.}}
You end at seven. "Will you write the handover note?" says Bao. "I will do the six o'clock round."
# response: handover
* [# answered: handover]
- -> half_past_six

== half_past_six
Half past six. Somebody knocks at the front door. # passage: half-past-six # final
Outside stands Mirela, and a woman holds a card against the glass: Ms Kaplan, the inspector. "We sat in one bus all night," says Mirela. "At five a snow plough pulled us out, the lorry that pushes the snow away." Ms Kaplan has snow in her shoes. "Could I please sit down?" she says. "And has anybody got socks?"
In the office Bao finds her a pair of Hamza's. {task == "chairs":Then he finds her a cushion.|The towel that he brings her comes from the freezer.}
{lift == "nandi":Nandi comes in by the kitchen door, in two different boots, and takes the next bell.|Nandi writes that she is on her way.} "I slept on the bus," says Mirela. "What needs doing?"
The two day people are in the house. It is nearly seven, and the first bus goes at nine. "Whatever you do, it is fine," says Bao. "I live across the road, and I am going to bed."
* [Stay until nine, and help with the breakfast. # choice: stay-on]
  ~ end = "stay"
* [Walk home at seven, the hour on the rota. # choice: go-home]
  ~ end = "home"
* [Lie down in the staff room until nine. # choice: lie-down]
  ~ end = "bed"
- -> nine

== nine
{end == "stay":Nine o'clock. Your feet hurt, and Mirela tells you the rest.|{end == "home":Nine o'clock. You sit in your own kitchen with wet feet, and Mirela writes to you what happened.|Nine o'clock. You wake up because Mirela puts a cup of tea on the floor. She tells you what happened.}} # passage: nine
Everybody has had tea, and the gold cups are still whole. At eight the light in the lift came on, and the door opened. {start == "dryer":In it stood twenty-two sets of clean clothes.|{start == "share":In it stood half the clothes.|In it stood nothing at all.}} {lift == "carry":All that you had carried up could ride down again.|The man from the firm wrote: no fault.{lift == "firm": He was still alone there.}}
Hamza came, and opened a letter from the lift firm. "From Wednesday a new box saves power: it switches the lift off from half past eleven until eight. If you need it at night, ring us by Tuesday."
Mr Quispe told Mrs Brennan that her radio had been too loud in the night. "Your hearing aid lay next to my plate at supper," he said. "I put it in my ear, and I thought that I had got better."
Ms Kaplan is asleep in the office. Mrs Brennan sits beside her, with both hearing aids and {aid == "later":twelve|eleven} complaints, and waits.
Now Nandi writes to you and Bao. "On Sunday it is you two again, and perhaps nobody else. How did you feel at ten to three, when the cups fell? What do we do again, and what not? I make the plan at ten."
# response: sunday
* [# answered: sunday]
- {
  - end == "bed":
    -> two_sleepers
  - snow == "bowl":
    -> the_bowl
  - snow == "film":
    -> the_film
  - else:
    -> the_window
  }

== the_bowl
When Nandi brings him more tea, Mr Vella still has the bowl on the table. "Thirty-one years I drove the snow plough here," he tells her. "I wanted to see if they still begin on the wrong side. Now the plough has gone by, and I have seen only water." # passage: ending-the-bowl
"So that is why," writes Nandi. Bao does not speak of his grandfather again.
-> sunday_night ->
At five it snows, and far off there is an engine. In room 20 the lamp is on already.
-> END

== the_film
Mr Vella watches the film with the phone close to his nose. He waits for the end, where the yellow light is. "There," he says. "Again." He drove the snow plough here for thirty-one years, and the yard does not interest him. # passage: ending-the-film
"Three seconds," he says to Nandi, "and you cannot see which side they begin on. But it is a clean light."
-> sunday_night ->
At five it snows. "I know," says Mr Vella, when somebody comes to wake him. He has his shoes on.
-> END

== the_window
At six the plough came down the road, yellow and slow, and Mr Vella saw all of it. He drove it himself, for thirty-one years. "They still begin on the wrong side," he told everybody who came in. He was cross until lunch, and he ate for two. # passage: ending-the-window
At nine there were eleven people at that window.
-> sunday_night ->
At five it snows. In the linen room three people sit in the dark with blankets on. Only one of them is looking at the yard.
-> END

== two_sleepers
At ten, two doors from where you slept, the inspector opens one eye. "Number one," says Mrs Brennan. "The soup." # passage: ending-two-sleepers
They go through all of them, in Hamza's socks, and Ms Kaplan writes everything down. Mirela tells you later, and about Mr Vella, too. He drove the snow plough here for thirty-one years. {snow == "window":From the window he has seen it go by. "They still begin on the wrong side," he says.|{snow == "film":He has seen three seconds of it on your film. "You cannot see which side they begin on," he says.|"All I wanted was to see which side they begin on," he says to the bowl.}}
-> sunday_night ->
At five it snows, and an engine comes up the hill. By now three people have asked to be woken for it.
-> END

== sunday_night
Sunday, ten at night. The rota has three names. Mirela took the early bus and slept in the staff room until half past nine. {aid == "later":Number twelve was about the night. Ms Kaplan put a little star beside it.|Ms Kaplan has sent Hamza his socks, washed, and a page with eleven answers. The longest is about the soup.}
{
- task == "clothes":
  In the linen cupboard there is still a smell of milk.
- task == "chairs":
  At the top of the stairs two chairs have been left standing.
- else:
  Thirteen cards with names lie in the kitchen. Somebody has drawn a cup on each.
}
In the chat is Bao's list, "What we said on Wednesday, and it was not so". The cold. The washing. The potato. Snow on Friday. The lift at nine. The last line is his own: no inspector.
At half past eleven Bao stands in front of the lift. {start == "round":"Has it always been so loud?" he says.|"Good night," he says to it.}
->->
