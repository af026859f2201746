# title: Two for the night

// What the story remembers. Each is planted once and comes back later.
VAR start = "none"  // share: half the clothes are in the lift. round: none are. dryer: all of them are.
VAR lift = "none"   // firm: forty minutes of flute. nandi: she is up, and comes early. carry: the breakfast things are upstairs. stand: a green round.
VAR aid = "none"    // trays: the trays are washed. later: a twelfth point. wash: a bag of clean things is found.
VAR task = "none"   // clothes, chairs, trays
VAR snow = "none"   // bowl, film, window
VAR end = "none"    // stay, home, bed

// The calendar of every way is in docs/content/two-for-the-night.md.

Wednesday, ten at night. Twenty-two old people live in this house, on two floors. # passage: opening
You have worked here at night for two months. The rota, which says who works when, has three names for tonight. One is Mirela, from an agency. It snows in the hills, and her bus does not move. The agency has nobody else, and two is the least that the rules allow. So you have the second floor, and Bao has the first. Nandi, who leads the nights, is at home with her phone on.
On the tablet is the round: every two hours you look in at each door and tick it. A late tick turns red, and Hamza, who runs the house, sees it at home. Tomorrow at nine an inspector comes. "She will begin with the breakfast," says his list. "All twenty-two in the hall at half past seven, in clean clothes." The clothes are in the washing machine on the ground floor. Last week they were still wet at six. The letters of the day lie on Hamza's desk, and nobody else opens them.
Mrs Brennan in room 14 has lost a hearing aid. She has eleven points for the inspector, and she wants to hear the answers.
Mr Vella in room 20 takes your sleeve. "When it snows, wake me," he says. "At any hour." He does not say why. The weather app says no snow in town before Friday.
* [Sit down with Bao, and share out the night. # choice: share-out]
  ~ start = "share"
* [Do the round first, and then dry the clothes. # choice: round-first]
  ~ start = "round"
* [Dry the clothes first, and then do the round. # choice: dryer-first]
  ~ start = "dryer"
- -> half_past_eleven

== half_past_eleven
{start == "share":It takes twenty minutes and one sheet of paper.|{start == "round":Twenty-two ticks, all of them green.|You fold while the dryer turns.}} # passage: half-past-eleven
{
- start == "share":
  Bao takes the clothes and the phone, and you take the ticks. At three each of you gets ten minutes in a chair. The round begins late, and the first floor turns red. Half the clothes are dry and on the cart, in the lift. The other half are still turning.
- start == "round":
  You find two pairs of glasses, and a slipper that belongs to nobody. Downstairs the clothes have become one long wet rope. You start the dryer, which needs two hours.
- else:
  It takes an hour and a half. Then twenty-two clean sets are on the cart, still warm, and the cart is in the lift. On the tablet all the doors are red. "Why red?" writes Hamza.
}
Half past eleven. You press the button of the lift. {start != "round":The door shuts in front of the cart.|The door shuts.} Behind its little window the light goes out. Nothing moves, and the door does not open again.
Bao switches it off and on at the box, three times. "It is the cold," he says. "It was the same with my scooter." Nine of the twenty-two can use the stairs. Thirteen cannot. The number of the firm is on the door.
* [Ring the lift firm, and wait until somebody answers. # choice: ring-firm]
  ~ lift = "firm"
* [Start to carry the breakfast things up the stairs. # choice: carry-up]
  ~ lift = "carry"
* [Let it stand for now, and do the round. # choice: let-stand]
  ~ lift = "stand"
* [Ring Nandi at home, and tell her about it. # choice: ring-nandi]
  ~ lift = "nandi"
- -> quarter_past_one

== quarter_past_one
{lift == "firm":For forty minutes there is music, a flute. Then there is a man.|{lift == "carry":Bowls, boards, jam, butter, spoons.|{lift == "stand":The round at midnight is green, every door, to the minute.|Nandi answers before the first ring is over.}}} # passage: quarter-past-one
{
- lift == "firm":
  "It is the cold," he says. "They do that." He can send somebody at nine, not before. He is sorry, and he is alone there as well. Upstairs the midnight round is late.
- lift == "carry":
  You go up and down eleven times. Now the breakfast things are on the two floors, and there are none in the hall. A spoon falls, all the way down, and some people wake up. Bao has rung the firm. They can come at nine, not before.
- lift == "stand":
  You find a second slipper. For the breakfast, nothing has happened. Bao has rung the firm. They can come at nine, not before.
- else:
  "I was not asleep," she says. You can hear that she was. She rings the firm. They can come at nine, not before. "I will come early," she says. "Until then I can only lie here and worry." In the house nothing has moved.
}
A quarter past one. The bell of room 14 rings, for the third time. "It is in the washing," says Mrs Brennan. "In the pocket of my cardigan." "It is on a supper tray, down in the kitchen," says Bao. "I once found one in the mashed potato."
In room 15 Mr Quispe is sitting up in bed. He has been nearly deaf for two years. Now he looks at his clock. "Has it always ticked like that?" he asks.
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
  To look at a tray you have to clear it, so now all of them are washed. Five doors of the two o'clock round are late.
- aid == "later":
  She writes a twelfth point under the eleven. Then she rings again, twice. Between the bells you and Bao eat some soup, sitting down. Five doors of the two o'clock round are late.
- else:
  You find the cardigan and a comb. In the last bag are clean clothes from Monday, which somebody forgot. Five doors of the two o'clock round are late.
}
Ten to three. {lift == "carry":The cups are the last thing to go up.|Somebody always wants tea at six, so you carry the cups up in a crate.} Nearly at the top, the handle breaks. Twenty-two cups go down the stairs, to the bottom. Nobody is hurt. Everybody is awake.
Three bells ring at once. Bao stands below, with the only cup that is still whole. "The handle had a crack," he says. "I saw it on Monday, and I told nobody. So that is my fault. Now there are only the gold cups, for visitors."
Mrs Brennan has opened her door. "Somebody here loses things," she says, "and somebody breaks things." The tablet hums in your pocket. It is Hamza. "Five doors red. Who was that? Are we ready for nine?"
You have been at work for nearly five hours. Bao looks up at you.
# response: cups
* [# answered: cups]
- -> quarter_past_three

== quarter_past_three
A quarter past three. The bells have stopped. In the chat, Hamza's name has gone grey, so perhaps he sleeps. # passage: quarter-past-three
You meet Bao in the middle of the stairs. He has a bandage in his hand and cannot remember who it was for.{start == "share": On your sheet of paper it says: three o'clock, chairs.}
{
- start == "round":
  The clothes are dry. They lie on the ground floor, in the dryer, and are full of creases.
- start == "share":
  Half the clothes are in the lift, behind its door. The other half lie on the ground floor, in the dryer.
- else:
  The clothes are folded, and they are in the lift, behind its door.
} {aid == "wash":The things from Monday are enough for half the house.}
For thirteen people the breakfast has to go up, on trays. {aid == "trays":The trays are clean, but there is nothing on them.|The trays still have the supper on them.}
"Beside the round, there is time for one thing until half past four," says Bao. "I do not mind which."
* [Do the clothes, so that something clean hangs everywhere. # choice: do-clothes]
  ~ task = "clothes"
* [Take a chair each for a while, then start again. # choice: take-chairs]
  ~ task = "chairs"
* [Do the trays, so that thirteen can go up. # choice: do-trays]
  ~ task = "trays"
- -> half_past_four

== half_past_four
{task == "clothes":Something clean hangs on every door now.|{task == "chairs":You put two chairs at the top of the stairs, where you can hear the bells.|Thirteen trays stand in a row in the kitchen.}} # passage: half-past-four
{
- task == "clothes" && start == "round":
  It has creases, but everybody has got their own. In between Bao put the milk in the linen cupboard, and a pile of towels in the freezer.
- task == "clothes" && aid == "wash":
  {start == "share":Half of it comes out of the dryer, and half out of the bag from Monday.|Half of it comes out of the bag from Monday, and half out of the wardrobes.} In between Bao put the milk in the linen cupboard, and a pile of towels in the freezer.
- task == "clothes":
  {start == "share":Half of it comes out of the dryer, and half out of the wardrobes.|All of it comes out of the wardrobes.} Some of it is for the beach. In between Bao put the milk in the linen cupboard, and a pile of towels in the freezer.
- task == "chairs":
  Bao sleeps for twenty minutes with his mouth open, and you take the bells. Then you change. When you wake up, there is a blanket on you. Nothing is laid, and nothing hangs anywhere. Bao remembers who the bandage was for.
- else:
  Each has a cloth, a knife and a card with a name.{aid != "trays":First you had to get the supper off them.} In between Bao put the milk in the linen cupboard, and a pile of towels in the freezer.
}
Half past four. The round is done, and it snows. The app still says Friday. The yard is white and smooth.
"He wants to see it before anybody walks on it," says Bao. "My grandfather was just the same."
From his bed Mr Vella sees a wall. He can walk to the linen room, which has a big window over the yard and the road. But Hamza has put forty chairs in there, so that the hall looks bigger.
* [Wake him, and bring him a bowl of snow. # choice: bring-bowl]
  ~ snow = "bowl"
* [Let him sleep, and film the yard for him. # choice: make-film]
  ~ snow = "film"
* [Clear the chairs, and wake him for the window. # choice: clear-chairs]
  ~ snow = "window"
- -> twenty_to_six

== twenty_to_six
{snow == "bowl":Mr Vella puts one finger into the snow.|{snow == "film":You film for four minutes. Nothing moves but the snow.|Forty chairs take forty minutes. They stand along the whole floor now.}} # passage: twenty-to-six
{
- snow == "bowl":
  "Cold," he says. He is polite about it. "And the road? What does the road look like?" From his bed you cannot tell him. He holds the bowl on his knees until it is water.
- snow == "film":
  Near the end there is a yellow light at the edge, far away, and it is gone. In room 20 Mr Vella sleeps. You have time to wipe down the stairs.
- else:
  Mr Vella gives the yard one look. "Very nice," he says. Then he sits down with his face to the road, and he will not leave the window. To pass the chairs you have to walk sideways.
}
Twenty to six. Rafiq, the cook, writes: no buses. He is on foot, and he will be there at half past seven, not at six. Until then nothing can be cooked, but there is bread, jam, cheese and a kettle. Of the five day people, two come at seven and three at eight.
On the tablet the plan still says: half past seven, all twenty-two in the hall, clean clothes. "In this snow no inspector comes," says Bao.
{lift == "nandi":Nandi is putting her boots on.|Nandi has read the whole chat.} "Until eight, the two of you decide about the morning," she writes. {task == "clothes":The clothes hang at the doors. The trays are bare.|{task == "trays":The trays are laid, with nothing to eat on them yet.|Nothing is laid, but both of you can think.} {start == "dryer":The clothes are in the lift.|{start == "share":Half the clothes are in the lift.|The clothes lie in the dryer.}}} The hearing aid is still lost.
You end at seven. "Will you write the handover?" says Bao. "I will do the doors."
# response: handover
* [# answered: handover]
- -> half_past_six

== half_past_six
Half past six. Somebody knocks at the front door, with both hands. # passage: half-past-six # final
Outside stand Mirela and a woman whom you do not know. "We had the same bus," says Mirela. "We sat in it all night. At five a snow plough pulled us out." The woman is Ms Kaplan, the inspector. She wanted to sleep in a hotel, and be fresh at nine. Her shoes are full of snow. "Could I please sit down?" she says. "And has anybody got socks?"
In the office Bao finds her a pair of Hamza's, with little anchors on them. {task == "chairs":Then he finds her a cushion.|The towel that he brings her comes from the freezer. She looks at it and says thank you.}
{lift == "nandi":Nandi comes in by the kitchen door, in two different boots, and takes the next bell.|Nandi writes that she is on her way.} "I slept on the bus," says Mirela. "What needs doing?"
The two day people are in the house. It is nearly seven, and the first bus goes at nine. "Whatever you do, it is fine," says Bao. "I am going to bed."
* [Stay until nine, and help with the breakfast. # choice: stay-on]
  ~ end = "stay"
* [Walk home at seven, the hour on the rota. # choice: go-home]
  ~ end = "home"
* [Lie down in the staff room until nine. # choice: lie-down]
  ~ end = "bed"
- -> nine

== nine
{end == "stay":Nine o'clock. You have poured a great deal of tea, and heard the rest from Mirela.|{end == "home":Nine o'clock. You sit in your own kitchen with wet feet, and Mirela writes to you what happened.|Nine o'clock. You wake up because Mirela puts a cup of tea on the floor. She tells you what happened.}} # passage: nine
At eight, to the minute, the light in the lift came on, and the door opened. {start == "dryer":In it stood twenty-two sets of clean clothes.|{start == "share":In it stood half the clothes.|In it stood nothing at all.}} {lift == "carry":All that you had carried up could ride down again.|{lift == "firm":The man with the flute wrote on his form: no fault.|The man from the firm wrote on his form: no fault.}}
Hamza came, and opened his letters. One was from the firm. From Wednesday night on, to save power, the lift would rest from half past eleven until eight.
Mr Quispe told Mrs Brennan that her radio was too loud, and that she had a nice voice. "I found this next to my plate last night," he said, and took her hearing aid out of his ear. "Is it yours? I thought that I had got better."
Ms Kaplan is asleep in the office. Mrs Brennan sits beside her, with both hearing aids and {aid == "later":twelve|eleven} points, and waits.
In the chat Bao has made a list of what people said last night. The cold. The washing. The potato. Friday. Nine o'clock. The last line is his own: In this snow no inspector comes.
Now Nandi writes to you. "On Sunday it is you and Bao again, and perhaps only you two. How was ten to three for you? And what do we take over from this night, and what not? At ten I make the plan for Sunday."
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
When Nandi brings him his tea, Mr Vella still has the bowl on the table. "Thirty-one years I drove the snow plough here," he tells her. "I wanted to see if they still begin on the wrong side. Now it has gone by, and I have seen water." # passage: ending-the-bowl
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
You fall asleep once more. At ten, two doors away, the inspector opens one eye. "Point one," says Mrs Brennan. "The soup." # passage: ending-two-sleepers
They go through all of them, in Hamza's socks, and Ms Kaplan writes everything down. Mirela tells you about it later. She tells you about Mr Vella, too. He drove the snow plough here for thirty-one years. {snow == "window":From the window he has seen it go by. "They still begin on the wrong side," he says.|{snow == "film":He has seen three seconds of it on your film. "You cannot see which side they begin on," he says.|"All I wanted was to see which side they begin on," he says to the bowl.}}
-> sunday_night ->
At five it snows, and an engine comes up the hill. By now three people have asked to be woken for it.
-> END

== sunday_night
Sunday, ten at night. The rota has three names. Mirela took the bus at two in the afternoon, to be safe, and has been here since three. {aid == "later":Point twelve was about the night. Ms Kaplan put a little star beside it.|Ms Kaplan has sent Hamza his socks, washed, and a page about the soup.}
{
- task == "clothes":
  In the linen cupboard there is still a smell of milk.
- task == "chairs":
  At the top of the stairs two chairs have been left standing.
- else:
  Thirteen cards with names lie in the kitchen. Somebody has drawn a cup on each.
}
At half past eleven the lift goes dark, with nobody in it. {start == "round":"Has it always clicked like that?" says Bao.|"Good night," says Bao to the lift.}
->->
