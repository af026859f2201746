# title: Eleven rings

// What the story remembers. Each is planted once and comes back later.
VAR start = "none"   // walk: the wet wall is known. begin: a blister. paper: a blister, and a paper plan with pencil ticks
VAR tick = "none"    // you: a shoe print in the glue. five: Mei at the table. own: a phone at breakfast
VAR rings = "none"   // over: dark spots. anders: nineteen rings a day. chalk: a piece of chalk of your own
VAR way = "none"     // ring, list, word: how a fault is shown on Wednesday
VAR cup = "none"     // hot: a line in Room 6, and the drawing. cold: a good wall, and a saucer
VAR plan = "none"    // night, walk, halves: the corridor

// The calendar of every way. Rooms 1 and 2 were painted last week; their floor is laid on Monday, when you paint 3 and 4.
// Tuesday: walls in 5, floor in 3 and 4. Wednesday: the last wall in 6, the low strips in 1 to 4, floor in 5.
// Thursday: floor in 6, and the corridor, both crews. Friday 12:00: the head teacher.

Monday, seven in the morning. The children have a holiday, and their chairs stand on the stairs. Upstairs there are six classrooms and one long corridor, and this week two crews share them. On Friday at noon the head teacher comes to look. # passage: opening
You paint the walls, with Tiago, who is fast, and Greta, who has painted for thirty years. Your boss is on another site, so you have the tablet with the plan. When a room is painted, the other two lay its floor, in long sheets. Idris runs that crew, and Anders, who is eighteen, learns from him. Thursday is for the corridor.
In your crew the day begins at once. Each of you takes a wall, puts on headphones, and writes in the chat what is missing. You learned it like that from your boss, four months ago.
Idris and Anders stand on the stairs in socks. They have not unpacked anything. "First we walk through every room," says Idris. "Will you walk with us?"
* [Take off your shoes and walk with them. # choice: walk-along]
  ~ start = "walk"
* [Show them your plan and hear their view. # choice: show-plan]
  ~ start = "paper"
* [Say that your crew always begins at seven. # choice: begin-at-seven]
  ~ start = "begin"
- -> plates

== plates
{start == "walk":It takes until eight.|{start == "begin":"Ah," says Idris.|Idris reads it with his glasses pushed up.}} # passage: plates
{
- start == "walk":
  Nobody speaks. They lay a flat hand on each wall, as one does with a horse. In Room 4 Idris bends down under the window. "Wet," he says. So today you leave that piece of wall bare. "Where are you?" Tiago writes, three times. Then he paints your wall as well.
- start == "begin":
  They walk up the corridor and down again. In Room 4 they stop under the window for a while. By then you have half a wall.
- else:
  "A good plan," he says. "Can we have it on paper?" You copy it onto a big sheet, and Anders hangs it up. Then there is time to walk through three rooms only.
}
At nine there is a table in the corridor, with bread, eggs, and something with onions. There are five plates. "Nine o'clock," Idris calls.
Nobody in your crew stops. A wall has to be finished in one go. If you stop in the middle, you see the line for years. So each of you eats when the wall is done, standing, with one thumb on the phone. At half past nine two plates are dirty and three are clean. Anders washes all five.
At four you open the app. Each room has two squares in it, one for the wall and one for the floor. You tick {start == "walk":the wall of Room 3, and it turns green. Room 4 stays grey|the walls of Rooms 3 and 4, and they turn green}. In Rooms 1 and 2 the new floor is down, but its squares are grey.
"Floor 1 and 2 look done in your photo," writes Mei, the site manager. "Who can tick them? My boss looks at half past four." Idris and Anders keep their phones in a biscuit tin until five.
* [Tick the two squares for the floor crew. # choice: tick-for-them]
  ~ tick = "you"
* [Go to Idris and learn what is missing. # choice: learn-what-is-missing]
  ~ tick = "five"
* [Ask Mei to wait for the floor crew. # choice: mei-waits]
  ~ tick = "own"
- -> marks

== marks
{tick == "you":Two squares turn green, and Mei sends you a sun.|{tick == "five":"At five we walk over it in socks," says Idris. "Then I know."|"Until when?" writes Mei. You do not know.}} # passage: marks
{
- tick == "five":
  "Then my boss sees grey," writes Mei.
- tick == "own":
  So she calls Idris. In the biscuit tin a phone rings nine times.
}
"In Room 2 they had an open seam," says Tiago. A seam is the line where two sheets meet. "I closed it for them. Nobody has to know." He did it well. In your firm, if you see a fault, you mend it and say nothing. Then nobody has to feel small. Your boss did that with your first wall.
Greta's car leaves at half past four, with the three of you. From the stairs you look back. Idris and Anders stand at the door of Room 1 in socks. You wave, and Anders waves. They go on standing there.
{
- tick == "you":
  Tuesday, seven. In Room 1 Idris found a soft place, and a metre of floor is open again. Mei saw a green square and went in. Now there is a shoe print in the glue, and Mei is standing on one leg.
- tick == "five":
  Tuesday, seven. The two squares turned green at ten past five, too late for Mei's boss. Now Mei has come to see for herself, and Anders gives her a sixth plate.
- else:
  Tuesday, seven. The two squares turned green at ten past five. "You left me my tick," says Idris. Today his phone is not in the tin. It lies on the table, between the eggs.
}
On your walls in Rooms 1 and 2 somebody has drawn rings in white chalk, as big as saucers. There are eleven. In nine of them you find a drop, a hair, a thin place. In two, at the window corners of Room 2, you find nothing, however long you look. Idris has gone to fetch glue.
"Like homework," says Tiago. His ears are red. "They could mend it and say nothing. But no, everybody has to see it." "I was ringed once," says Greta. "I cried. A year later I worked for the man."
* [Chalk two rings on their floor as well. # choice: chalk-two]
  ~ rings = "chalk"
* [Ask Tiago to help you paint them over. # choice: paint-over]
  ~ rings = "over"
* [Get Anders to tell you about the rings. # choice: anders-tells]
  ~ rings = "anders"
- -> seam

== seam
{rings == "anders":"I had nineteen yesterday," says Anders.|{rings == "chalk":You find a bubble and a scratch.|Two rollers are quick.}} # passage: seam
{
- rings == "anders":
  "He rings what I do every day. Why, you have to get from him." The nine places take you until noon. The rings are there to see, and the man who brings the lamps takes a picture. Tiago eats in the car.
- rings == "chalk":
  At nine Idris comes back and sees your rings. He kneels down and mends one, and Anders mends the other. Then Idris gives you a piece of chalk of your own. "So now it is war?" Tiago writes in the chat. The nine places take you until noon, without him.
- else:
  When Idris comes back, there is nothing to see. But the new paint dries darker, and by noon you can count eleven spots. Idris counts them too.
}
This time Greta goes to the table. "They do not talk about the work until the last cup," she tells you. "Then they say all of it. And he never mends what another person made."
At two Idris stands in the door of Room 5. He does not speak while you hold a roller, so you put it down.
"In Room 2 somebody has closed my seam," he says. "It is good work. It is not mine." He does not ask who it was. He has the chalk in his hand, and he waits.
# response: first
* [# answered: first]
- -> chalk

== chalk
For a while Idris says nothing. He lets words dry, as he does with glue. # passage: chalk # final
"I can tell you how it is with me," he says. "I had a master who mended my first seam in the night. In the morning everybody praised it. I still could not do one, and only he and I knew. So when another hand has been in my work, I think: this person believes that I cannot learn it."
He looks at his hands. "A ring says, look here. It does not say what you will see. I draw none for people I do not want to work with again."
"Tomorrow you paint the low strips, the wood along the bottom of the wall. They are right above our new floor. So each will see things in the work of the other. I will not mend your wall. All the rest we can talk about. How do we do it?"
# response: second
* [# answered: second]
- -> one_way

== one_way
Wednesday, seven, Room 4. All five of you stand on the new floor in socks. Tiago's have cows on them. # passage: one-way
{start == "walk":The wall under the window is still bare and wet. "I had my desk there, in year three," says Anders. "My books went soft." So this was his school.|Under the window your paint has come up in a blister, as big as a hand. "I had my desk there, in year three," says Anders. "My books went soft." So this was his school.}
"I am too old for two ways in one room," says Greta. "Give us one." "Nothing big on the wall," says Tiago to his cows. "Not behind my back," says Idris.
If somebody sees a fault today, how do they show it?
* [A list on the door, for both crews. # choice: list-on-door]
  ~ way = "list"
* [A word at the last cup, without marks. # choice: last-cup]
  ~ way = "word"
* [A chalk ring, low down, for both crews. # choice: low-ring]
  ~ way = "ring"
- -> two_cups

== two_cups
{way == "list":Tiago writes in the list at once, in capitals.|{way == "word":Greta says three things, and Idris says five.|Low down, only those who kneel can see them.}} # passage: two-cups
{
- way == "list":
  Idris goes to look at every place, and that takes him all morning. "Left of the window," says the list, in a room with three windows. Mei takes a photo of it. Now four small faults are in her report.
- way == "word":
  It is done before the cups are empty. But a strip has to be finished in one go, so Tiago comes when they are. Two of the eight are his. By now his strip is dry, and he has to sand it.
- else:
  By ten there are fourteen, seven of yours and seven of theirs. Four are Tiago's. He mends them with his back to the door. Then he finds something in the floor, and asks you for chalk.
}
{tick == "own":At breakfast Mei rings, and Idris's eggs go cold. |{tick == "you":Mei goes past in borrowed shoes. |At nine Mei is there for the eggs. }}Later you paint the last big wall, in Room 6. Anders comes with two cups. He waits at the door, because you have a roller in your hand. Under his arm is the lid of a glue box, with a drawing on it. When you look, he turns it round.
* [Finish the wall first, then look for Anders. # choice: wall-first]
  ~ cup = "cold"
* [Put the roller down and drink with Anders. # choice: drink-now]
  ~ cup = "hot"
- -> corridor

== corridor
{cup == "hot":You drink without a word. Then he turns the lid.|The wall is even from end to end, the best you have done.} # passage: corridor
{
- cup == "hot":
  It is the corridor, cut in two at the double door. "One half for us and one for you, and at noon we change," he says. "The join is under the door, where nobody sees it. I am in my second year, so I have shown it to nobody." When he has gone, there is a line down your wall.
- else:
  Outside you find your cup, cold, with a saucer on it. Anders is on his knees beside Idris, with both hands full of floor.
}
At four Mei writes. "Tomorrow is the corridor. I need one plan for both crews in the app by eight. You decide among you how."
In Monday's plan you begin it at seven, and the others come when you have left. There is time for any order. But the walls need two coats with four hours between, and a new floor needs three hours with nobody on it.
"We paint tonight, until ten," says Tiago. "A wall needs quiet. If somebody calls breakfast in the middle, you see it for years. Then tomorrow is all theirs."
"Tomorrow, and together," says Greta. "In a year of chat I heard less than over three cups with those two."
"We lay no floor before we have walked with those who painted," says Idris. "On Monday at five we stood at that door for you, a quarter of an hour. Then we thought, they do not want to see it with us." "You could have called," says Greta. "Yes," says Idris.
Anders is the only one who has not spoken. He looks at the lid, and then at his socks.
# response: corridor
* [# answered: corridor]
- -> one_plan

== one_plan
The lid of the glue box lies on the table now, with the drawing up. It shows the corridor in two halves, with the join under the double door. All of you have bent over it. "Hm," says Idris, twice. # passage: one-plan
Tomorrow at eight Mei opens the app. What does it say for Thursday?
* [Walls on Wednesday night, then only the floor. # choice: walls-tonight]
  ~ plan = "night"
  -> ending_lamps
* [Two halves from seven, and a change at noon. # choice: two-halves]
  ~ plan = "halves"
  -> ending_door
* [First the walk, then breakfast, then the walls. # choice: walk-first]
  ~ plan = "walk"
  -> ending_sleeve

== ending_lamps
On Wednesday evening three lamps light the corridor, and Tiago sings. At ten the walls are as even as milk. # passage: ending-lamps
On Thursday at six Idris and Anders walk through the corridor once more, and by evening its floor is down. Then Idris sees a thin place in the paint, high up. To mend it, Tiago has to put a ladder on the new floor.
-> friday ->
In the corridor there are two small dents, where the ladder stood. Anders has drawn one ring round both of them. Tiago gives him a look, and then a hand, to pull him up from his knees.
-> last_ring

== ending_sleeve
On Thursday at seven ten feet in socks go up the corridor and down again. Nobody speaks. Tiago lays his hand on the wall as Idris does, and then he smells it. # passage: ending-sleeve
At half past nine five plates are dirty, and you begin the walls, in peace. But the second coat is dry so late that Idris lays the floor under lamps. The low strip has to wait for Friday, and at noon it is still wet.
-> friday ->
In the corridor the head teacher bends down to tie his shoe. When he gets up, there is a long green line on his sleeve. Anders has already put a hand in his pocket, for the chalk. "No," says Idris.
-> last_ring

== ending_door
On Thursday you have one half and they have the other. Each hears the other at work behind the double door. At noon five people with buckets meet in it, and for a minute nobody can move. # passage: ending-double-door
In their half the paint comes after the floor, so you lay out paper. By six every square is green, and nobody has waited for anybody.
-> friday ->
At the double door the head teacher looks for the join in the floor and cannot find it. But on the wall there are two greens, one from the morning and one from the afternoon. "It is a door," says Tiago. "It has two sides." Anders no longer hides the lid.
-> last_ring

== friday
Friday, noon. Mei comes with the head teacher. {tick == "you":In Room 1 the shoe print lies under a new metre of floor, where nobody can see it. Mei walks round it all the same.|{tick == "five":This morning she brought a plate of her own.|Idris's phone is back in the biscuit tin. It rings, and he lets it.}}
{start == "walk":In Room 4 a fan stands in front of the bare place. "So somebody looked," says the head teacher. "That wall was painted four times."|{start == "begin":In Room 4 a chair stands in front of the blister. The head teacher moves the chair. "Ah," he says. "That makes five times."|In Room 4 a chair stands in front of the blister. Over it hangs the paper plan, with a pencil tick from Anders for every evening. The head teacher asks if he may keep it.}}
{way == "list":He has read Mei's report as well. "Which window?" he asks, and three people show him three.|{way == "word":At the last cup today Tiago stood behind Greta, without a plate. He had two things to say, and he said them.|Low on a strip there is one more ring, not very round. Tiago drew it, round a place of his own.}} {cup == "hot":In Room 6 there is a line down the big wall. Anders knows where, and he has drawn nothing there.|In Room 6 Mei looks at the big wall for a long time. On the window sill stands a saucer.}
->->

== last_ring
Last of all comes Room 2. {rings == "over":The sun comes in and shows the dark spots. "Did pictures hang there?" asks the head teacher. Idris takes out his chalk. From memory he draws two rings by the windows.|{rings == "anders":Two chalk rings are there, by the windows.|Two chalk rings are there, by the windows. You feel the chalk in your pocket.}} In each of them the green wall meets the white one, as straight as a string.
"Eleven rings," Idris says to Mei. "Nine to mend, and two to look at. I brought Anders to see them. Whose they were, I did not ask." Tiago asks him to say it again.
On Saturday somebody wipes the walls for the children, and forgets one ring. {plan == "night":On Monday a boy sits under it and looks up.|{plan == "walk":On Monday a girl puts a finger in it, and follows the corner up as high as she can reach.|On Monday two children stand before it. One looks at the ring, and the other at the corner.}}
-> END
