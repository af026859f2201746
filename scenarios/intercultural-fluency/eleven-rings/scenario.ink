# title: Eleven rings

// What the story remembers. Each is planted once and comes back later.
VAR start = "none"   // walk: the wet wall is known. begin: a bubble. paper: a bubble, and a paper plan with pencil ticks
VAR tick = "none"    // you: a shoe print in the glue. five: Mei at the table, and your boss asks. own: a phone at breakfast
VAR rings = "none"   // over: dark spots. anders: nineteen rings a day. chalk: a piece of chalk of your own
VAR way = "none"     // ring (a small mark), list, word: how a fault is shown on Wednesday
VAR cup = "none"     // hot: a line in Room 6, and the drawing. cold: a good wall, and a saucer
VAR plan = "none"    // night, walk, halves: the corridor

// The calendar of every way. Rooms 1 and 2 were painted last week; their floor is laid on Monday, when you paint 3 and 4.
// Tuesday: walls in 5, floor in 3 and 4. Wednesday: the last wall in 6, the low strips in 1 to 4, floor in 5.
// Thursday: the corridor, both crews. Friday, early: floor in 6, strips in 5 and 6. Friday 12:00: the head teacher.
// The hours of the three plans stand in the calendar of docs/content/eleven-rings.md.

Monday, seven in the morning. The children have a holiday, and their chairs stand on the stairs. Two crews share six classrooms and a corridor this week. On Friday at noon the head teacher comes to look. # passage: opening
You paint the walls, with Tiago, who is fast, and Greta, who has painted for thirty years. Your boss is on another site, so you have the tablet with the plan. Rooms 1 and 2 you painted last week. When a room is painted, the other crew lays its floor, in long sheets. That is Pavel, and Anders, who is eighteen and learns from him.
In your crew each begins a wall right away, puts on headphones, and writes in the chat what is missing. You learned it from your boss.
Pavel and Anders stand on the stairs in socks. "First we walk through every room," says Pavel. "With the feet you feel more. Will you walk with us?" Tiago's first wall is wet already, and he waves for you.
* [Take off your shoes and walk with them. # choice: walk-along]
  ~ start = "walk"
* [Show them your plan and hear their view. # choice: show-plan]
  ~ start = "paper"
* [Say that your crew always begins at seven. # choice: begin-at-seven]
  ~ start = "begin"
- -> plates

== plates
{start == "walk":It takes until eight.|{start == "begin":"Ah," says Pavel.|Pavel reads it with his glasses pushed up.}} # passage: plates
{
- start == "walk":
  Pavel lays a flat hand on each wall. In Room 4 he bends down under the window. "Wet," he says. So you leave that piece of wall bare and note it in the app. "Where are you?" Tiago writes, three times. He paints your wall as well.
- start == "begin":
  They walk up the corridor and down again. In Room 4 Pavel knocks on the window and points down, but you have your headphones on.
- else:
  "A good plan," he says. "Can we have it on paper?" You copy it onto a big sheet, and Anders hangs it up. Then there is time to walk through three rooms only.
}
At nine there is a table in the corridor, with bread, eggs, and five plates. "Nine o'clock," Pavel calls. It is the first you hear of it.
But a wall has to be finished in one go, or you see the line for years. So each of you three finishes a wall first, and then eats standing up, with one thumb on the phone. Three of the five plates are not used.
At four you open the app. Each room has a square for the wall and one for the floor. You tick {start == "walk":the wall of Room 3, and it turns green. Room 4 stays grey|the walls of Rooms 3 and 4, and they turn green}. In Rooms 1 and 2 the new floor is down, but its squares are grey.
"From the door, floors 1 and 2 look done," writes Mei, the site manager. "Who can tick them? My boss looks at half past four." The floor crew's phones are in a biscuit tin until five.
* [Tick the two squares for the floor crew. # choice: tick-for-them]
  ~ tick = "you"
* [Take the tablet over to Pavel and Anders. # choice: learn-what-is-missing]
  ~ tick = "five"
* [Ask Mei to wait for the floor crew. # choice: mei-waits]
  ~ tick = "own"
- -> marks

== marks
{tick == "you":"My boss is happy," writes Mei, with a smile.|{tick == "five":"Before we go home we walk over it in socks," says Pavel. "Then I know."|"Until when?" writes Mei. You do not know.}} # passage: marks
{
- tick == "five":
  "Then my boss sees grey, and writes to yours," writes Mei.
- tick == "own":
  So she calls Pavel. Before you find the biscuit tin, it has rung nine times.
}
"In Room 2 one seam was still open, at the door," says Tiago. A seam is the line where two sheets meet. "All the others were closed. I closed this one for them. Nobody has to know." In your firm, if you see a fault, you mend it and say nothing. Then nobody has to feel small. Your boss did that with your first wall.
Greta's car leaves at half past four, with the three of you. Pavel and Anders stand at the door of Room 1 in socks. You wave, Anders waves, and they go on standing there.
{
- tick == "you":
  Tuesday, seven. In Room 1 Pavel has found a soft place, and a metre of floor is open again. Mei saw a green square and went in. Now there is a shoe print in the glue, and she is holding one shoe.
- tick == "five":
  Tuesday, seven. The two squares turned green at ten past five, too late for Mei's boss. "Why grey?" your own boss has written. Mei has come to see for herself, and Anders asks her to breakfast.
- else:
  Tuesday, seven. The two squares turned green at ten past five. "You left me my tick," says Pavel. Today his phone lies on the table, for Mei.
}
On your walls in Rooms 1 and 2 there are eleven rings in blue chalk. In nine of them you find a drop, a hair, a thin place. In two, at the window corners of Room 2, you find nothing, however long you look. Pavel has gone to fetch glue.
"Chalk! That leaves a shine," says Tiago. His ears are red. "They could mend it and say nothing. Now everybody has to see it. If you run to them first, I eat in the car." "Somebody once drew rings on my wall, too," says Greta. "I cried. I never asked him why."
* [Chalk two rings on their floor as well. # choice: chalk-two]
  ~ rings = "chalk"
* [Ask Tiago to help you paint them over. # choice: paint-over]
  ~ rings = "over"
* [Go and find Anders while Pavel is away. # choice: anders-tells]
  ~ rings = "anders"
- -> seam

== seam
{rings == "anders":"I had nineteen yesterday," says Anders.|{rings == "chalk":You find a bubble and a scratch.|Two rollers are quick.}} # passage: seam
{
- rings == "anders":
  "Pavel rings what I do, every day. Why he does it, he must tell you himself." A patch of new paint shows for years, so for nine places you paint four whole walls, until noon. The rings are there to see, and Tiago eats in the car.
- rings == "chalk":
  At nine Pavel comes back and mends one, and Anders mends the other. Then Pavel gives you a piece of chalk of your own. "Without me," Tiago writes. A patch of new paint shows for years, so for nine places you paint four whole walls, until noon.
- else:
  When Pavel comes back at nine, there is nothing to see. But a patch of new paint dries darker, and by noon you can count eleven spots. Pavel counts them too.
}
This time Greta goes to the table. "They do not talk about the work until the last cup," she tells you. "Then they say all of it. And he never mends what another person made."
At two Pavel stands in the door of Room 5. He waits until the wall is finished and the roller is in the bucket.
"In Room 2 somebody has closed my seam," he says. "It is good work. It is not mine." He does not ask who it was. He waits.
# response: first
* [# answered: first]
- -> chalk

== chalk
For a while Pavel says nothing. # passage: chalk # final
"I can tell you how it is with me," he says. "I had a master who mended my first seam in the night. In the morning everybody praised it. I still could not do one, and only he and I knew. So when another hand has been in my work, I think: this person believes that I would never have seen it."
"In twenty years I have never asked a painter why he mends and says nothing. A ring says, look here. It can be a fault, and it can be good work."
"Tomorrow you paint the low strips, the wood along the bottom of the wall, right above our new floor. We will see things in each other's work. I will not mend your wall. All the rest we can talk about. How do we do it?"
# response: second
* [# answered: second]
- -> one_way

== one_way
Wednesday, seven, Room 4. Mei has sent all five of you to the wall under the window. # passage: one-way
{start == "walk":The wall is still bare and wet, and the new floor stops ten centimetres before it.|The paint has come up in a bubble, as big as a hand.} "I had my desk there, in year three," says Anders. So this was his school. {start == "walk":"I have a fan for it," writes Mei.|"A plumber comes on Saturday," writes Mei.} "And the low strips are today."
"Nothing big on the wall," says Tiago, and looks at his socks. "Not behind my back," says Pavel.
"I have heard three ways to show a fault," says Greta. "Which one do we try first?"
* [A list on the door, for both crews. # choice: list-on-door]
  ~ way = "list"
* [A word at the last cup, without marks. # choice: last-cup]
  ~ way = "word"
* [A small mark at the place, low down. # choice: low-ring]
  ~ way = "ring"
- -> two_cups

== two_cups
{tick == "own":At breakfast Mei rings, and Pavel's eggs go cold.|{tick == "you":At nine Mei goes past in borrowed shoes.|At nine Mei is there for the eggs.}} # passage: two-cups
{
- way == "list":
  Tiago has filled half of the list, in capitals. Pavel goes to look at every place, and that takes him all morning. "Left of the window," says the list, in a room with three windows. Mei takes a photo, and now four small faults are in her report.
- way == "word":
  Greta names three places and Pavel five, and the cups are empty. Only then Tiago comes, because a strip has to be finished in one go. Two of the eight are his. At two, when the strip is dry, he has to rub it smooth and begin again.
- else:
  By ten there are fourteen marks, and you see them only on your knees. Four are for Tiago. He mends the places with his back to the door. Then he finds something in the floor, and kneels down for a mark of his own.
}
Later you give the last wall, in Room 6, its second layer of paint. When it is half done, Anders comes with two cups. He waits at the door, because you hold a roller. Under his arm is the lid of a glue box, and he turns the drawing on it to his chest.
* [Finish the wall first, then look for Anders. # choice: wall-first]
  ~ cup = "cold"
* [Put the roller down and drink with Anders. # choice: drink-now]
  ~ cup = "hot"
- -> corridor

== corridor
{cup == "hot":You drink without a word. Then he shows you the lid.|The wall is even from end to end, the best you have done.} # passage: corridor
{
- cup == "hot":
  It is the corridor, cut in two at the double door. "One half for us and one for you, and at one we change," he says. "I am in my second year, so I have shown it to nobody." When he has gone, there is a line down your wall.
- else:
  Outside you find your cup, cold, with a saucer on it. Anders is on his knees beside Pavel, laying the floor.
}
At four Mei writes. "Tomorrow is the corridor. I need one plan for both crews in the app by eight. You decide how. Evening hours are paid."
In Monday's plan you begin it at seven, and the others come when you have left. Any order can be done by Thursday night. The walls need two layers, with four hours between. A new floor needs three hours with nobody on it.
"We paint tonight, until ten, and sleep tomorrow," says Tiago. "A wall needs quiet. If you stop in the middle, you see it for years."
"Tomorrow, and together," says Greta. "In a year of chat I heard less than over three cups."
"Before we lay it, I would like all five to walk through," says Pavel. "Five people find more than two. On Monday, when you left, we stood at that door for you, a quarter of an hour. Then we thought, they do not want to see it with us." "You could have called," says Greta. "Yes," says Pavel.
Only Anders has not spoken. He looks at the lid.
# response: corridor
* [# answered: corridor]
- -> one_plan

== one_plan
Anders has put the lid of the glue box on the table, with the drawing up. {cup == "cold":It shows the corridor in two halves. }The line where the two halves meet is under the double door. # passage: one-plan
Tomorrow at eight Mei opens the app. What does it say for Thursday?
* [Walls on Wednesday night, then only the floor. # choice: walls-tonight]
  ~ plan = "night"
  -> ending_lamps
* [Two halves from seven, and a change at one. # choice: two-halves]
  ~ plan = "halves"
  -> ending_door
* [First all walk, then walls, breakfast, and floor. # choice: walk-first]
  ~ plan = "walk"
  -> ending_sleeve

== ending_lamps
On Wednesday evening three lamps light the corridor, and at ten its walls are very even. # passage: ending-lamps
On Thursday at six Pavel and Anders walk through it once more, and by five you can stand on its new floor. Then Pavel sees a thin place in the paint, high up. This time he calls. Tiago comes with a ladder, but with no board to put under it.
-> friday ->
In the corridor two marks are pressed into the floor, where the ladder stood. Anders has drawn one ring round both. Tiago gives him a look, and then a hand, to pull him up from his knees.
-> last_ring

== ending_sleeve
On Thursday at seven ten feet in socks go up the corridor and down again. Tiago finds a nail, with a toe. # passage: ending-sleeve
Then you paint. "The eggs can wait for a wall," says Pavel, and at ten five plates have been used. But the second layer is dry so late that he lays the floor under lamps. The low strip has to wait for Friday, and Greta paints the last metre at a quarter to twelve.
-> friday ->
In the corridor the head teacher bends down to tie his shoe. When he gets up, there is a long green line on his sleeve. Anders reaches for the chalk in his pocket. "No," says Pavel.
-> last_ring

== ending_door
On Thursday you have one half and they have the other. By ten each crew has done its part, and the paint and the glue have to dry. So five people sit on the stairs, on small chairs. Pavel asks what Tiago hears in his headphones, and gets to try. # passage: ending-double-door
At one all five meet in the double door, with buckets, and for a minute nobody can move. In your second half the floor is there before the paint, so you lay out paper. At eight both squares of the corridor are green, and everybody eats late.
-> friday ->
At the double door the head teacher looks for the line in the floor and cannot find it. But on the wall there are two greens, one from the morning and one from the evening. "It is the same paint," says Tiago.
-> last_ring

// On each plan one older thing is left out here: the wet wall, the way, or the cup.
== friday
Friday, noon. Mei comes with the head teacher. {tick == "you":In Room 1 the shoe print lies under a new metre of floor, and Mei walks round it.|{tick == "five":This morning Mei ate here once more, from a plate of her own.|Pavel's phone, which rang nine times on Monday, is back in the tin. It rings, and he lets it.}}
{plan != "walk":{start == "walk":In Room 4 a fan stands before the bare place. "So somebody looked," says the head teacher. "That wall was painted four times."|{start == "begin":In Room 4 a chair stands before the bubble. The head teacher moves it. "Ah," he says. "That makes five times."|In Room 4 a chair stands before the bubble. Over it hangs your plan on paper, with a pencil tick from Anders for every evening.}}}
{plan != "night":{way == "list":The head teacher has read Mei's report. "Which window?" he asks, and three people show him three.|{way == "word":At the last cup today Tiago stood behind Greta, without a plate. He had two things to say.|Low on a strip there is one more small mark. Tiago made it himself, at a place of his own.}}}
{plan != "halves":{cup == "hot":In Room 6 there is a line down the wall, from the two cups. Anders has drawn nothing there.|In Room 6 Mei looks at the big wall for a long time. On the window sill stands the saucer of your cold cup.}}
->->

== last_ring
Last comes Room 2. {rings == "over":The walls have been painted once more, but when the sun comes in, you still see the spots. "Did pictures hang there?" asks the head teacher. Pavel takes out his chalk. From memory he draws two rings by the windows.|{rings == "anders":Two chalk rings are there, by the windows.|Two chalk rings are there, by the windows. There is blue dust in your pocket.}} In each of them the green wall meets the white one, as straight as a string.
"Eleven rings," Pavel says to Mei. "Nine to mend, and two to look at. Next time I write that beside them." Tiago asks him to say it again.
On Saturday somebody wipes the walls for the children, and forgets one ring. {plan == "night":On Monday a boy sits under it and looks up.|{plan == "walk":On Monday a girl puts a finger in it, and follows the corner up as high as she can reach.|On Monday two children stand before it and ask who drew it.}}
-> END
