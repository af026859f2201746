# title: The goose on hole seven

// What the story remembers. Each is planted once and comes back later.
VAR look = "none"    // watch: your list of minutes. till: the till asks if you are sure. exit: the man who left seven out.
VAR call = "none"    // aunt: the words over the entrance. party: Maren knows of the ten minutes. balls: your legs.
VAR test = "none"    // roll: a red ball in the grass. box: the egg box. back: the stones of the castle.
VAR hour = "none"    // croc, plank, circle
VAR stand = "none"   // clock: six numbers on your hand. exit: a group comes back.
VAR board = "none"   // goose, eighteen, who
VAR seven = "none"   // all, nobody, each

// The calendar of every way is in docs/content/goose-on-seven.md.

Friday, nine in the morning. There is a goose on hole seven. # passage: opening
This is mini golf. You hit a small ball with a stick, past little houses, until it drops into a hole. Over the entrance it says: EIGHTEEN HOLES SINCE 1974. You have worked here for a month.
Nomvula owns the place. Everybody calls her Aunt, and so does the man who brings the ice cream. Idris, her partner, built the holes. Seven is a castle. The ball has to roll in through its gate, and since Tuesday the goose has sat in the gate.
Mele has the till, where people pay. The knob of its drawer, white and round, has been missing since Tuesday, so she opens it with a spoon. The screen shows Aunt's target for Sunday: 100 games, at seven euros each. Last Sunday there were 62. In the booking calendar, Sunday from two to four is all red. A birthday party has booked, 48 people in twelve groups of four. At four their bus leaves.
"Your job until Sunday," says Aunt. "Get that goose off my seven." Then she reads you the message from the bird office, because she has to. "Please leave the goose where she is, and all that she sits on. I will come on Monday. People may play, if they stay two metres away. Kind regards, Eun-ji."
* [Read in the till what came and went. # choice: read-till]
  ~ look = "till"
* [Sit at seven and write down the minutes. # choice: watch-minutes]
  ~ look = "watch"
* [Ask the groups at the exit about seven. # choice: ask-exit]
  ~ look = "exit"
- -> castle

== castle
{look == "watch":You take a pencil and sit down on the bench at seven.|{look == "till":The till forgets nothing.|You stop three groups at the exit.}} # passage: castle
{
- look == "watch":
  Five groups come by, and each needs ten minutes. Five of the ten are golf. For two they hold up their phones. For three more, somebody walks to the till to get a new ball. When you come back, Mele has been alone with the whole line. She waves at you with the spoon.
- look == "till":
  Since Tuesday, 23 white balls have gone out and not come back. All the red ones have. Yesterday there were 31 games, and on the Thursday before there were 22. "They all ask me where she sits," says Mele. It is eleven before you see the goose yourself.
- else:
  "Seven is the best one," says a father. "We waited twenty minutes for it." "You could tell people that they may go on to eight," say two girls. "We did not know." A man has left seven out. "I have to be at work," he says. While you talk, two groups stop at seven and go home. You do not hear why.
}
At eleven Idris sits on a folding chair, two metres from his castle, with a lettuce on his knees. Four groups are waiting.
A boy hits his ball. It rolls up to the gate, white and round. The goose puts out her neck, rolls it in under her, and sits down like somebody who has found her keys. "She thinks that they are eggs," says Idris. "She does not get every ball, and she only hisses, like a snake." The boy's mother walks to the till for a new one, two hundred steps there and two hundred back. A man holds up his phone. "Can she do it again?"
"Without her, a group needs five minutes here," says Idris. "Now it is ten. Twelve groups on Sunday, so that is two hours for one hole." Behind the castle, holes eight to eighteen are empty. On the pirate ship of hole twelve there is a bee.
Aunt comes up the path with a plastic crocodile, as long as a sofa. "19 euros 90," she says. "Geese are afraid of crocodiles." "Has she ever met one?" asks Idris.
* [Bring the new balls up to seven yourself. # choice: bring-balls]
  ~ call = "balls"
* [Ask Aunt what happens if the goose stays. # choice: ask-aunt]
  ~ call = "aunt"
* [Tell the party about her on the phone. # choice: call-party]
  ~ call = "party"
- -> noon

== noon
{call == "aunt":Aunt puts the crocodile down and thinks.|{call == "party":Maren booked the party. She picks up at once.|You run, with your pockets full of balls.}} # passage: noon
{
- call == "aunt":
  "Last year a party was not finished when its bus came," she says. "They had played fourteen holes, and they wanted their money back for the other four." She looks up at the words over the entrance. "I have nothing against the goose. But up there it says eighteen." While you two talk, two more groups come to stand at seven.
- call == "party":
  "We have all seen the goose," she says. "Mele put a film of her online. It is nine seconds long, and my mother has watched it twenty times. She will be eighty, and she practises in the corridor. Two of the small ones are afraid of birds." You tell her about the ten minutes. You can hear that she is counting. Behind you stands Aunt. "So now they know," she says.
- else:
  Nobody has to walk to the till now. In half an hour you bring nine balls. The groups need about eight minutes, and you need a chair. Idris gives you his, and lets you hold the lettuce. At the till, Mele has opened a book.
}
At twelve, nearly everybody goes home to eat. Three groups have brought sandwiches and play on. "If you want to test something small, do it now," says Idris. "In an hour they are all back."
* [Roll white and red balls up to her. # choice: roll-balls]
  ~ test = "roll"
* [Put a box of balls beside the castle. # choice: ball-box]
  ~ test = "box"
* [Let three groups play seven from behind. # choice: from-behind]
  ~ test = "back"
- -> small_test

== small_test
{test == "roll":From two metres away, you roll five white balls and five red ones up to the gate.|{test == "box":The only box that you can find is an egg box. It holds six balls.|You draw a line on the ground, behind the castle.}} # passage: small-test
{
- test == "roll":
  White: she takes five of five. Red: she takes none. She looks at each red one as if somebody had left shoes in the hall. She hisses at all ten. The three groups have stopped playing, and they watch you to the end with their phones up. In the cupboard there are forty white balls left, and sixteen red ones.
- test == "box":
  You put it on a stone, two metres from the goose. The three groups need seven minutes, six and eight. Nobody walks to the till. Everybody takes time over a picture. At the end there is one ball in the box, and five are under the goose. "She has never had so many children," says Idris, with respect.
- else:
  From here, the ball goes in through the small back door. The three groups need six minutes, five and nine. The goose turns round to look at each of them. Of twelve balls, she gets one. The nine minutes were a family who waited until she looked at their phone. To reach the line, they all climb over the castle wall. Idris counts his stones after each group.
}
It was a quiet hour, with three groups.
At half past one, Aunt sits down by the till with Idris and Mele. She has drawn a goose on a piece of paper and crossed it out. "Now you," she says. "What is going on at my seven? And what do we do until Sunday?" Mele lays down the spoon.
# response: plan
* [# answered: plan]
- -> ice

== ice
Aunt hears you to the end. Then she eats an ice cream, and nobody says a word until it is gone. # passage: ice
"On Sunday from nine to two, the place is yours," she says. "I have to fetch the birthday cake. Do there what you think is right. Only two things are fixed. The goose stays where she is, and the party comes at two. Tomorrow is ours. From nine to ten we have six groups and no more. The three of us have ideas too, and one of them can have that hour."
Aunt wants the crocodile beside the gate. Since Wednesday Idris has had a plank ready, a long board of wood. On it, the ball would roll round the castle and never meet the goose. Mele wants a yellow circle on the path. People would take their pictures there and nowhere else, and she would print them one for a euro.
* [Give the hour to Aunt and her crocodile. # choice: crocodile]
  ~ hour = "croc"
* [Give the hour to Idris and his plank. # choice: plank]
  ~ hour = "plank"
* [Give the hour to Mele and her circle. # choice: circle]
  ~ hour = "circle"
- -> saturday

== saturday
{hour == "croc":Saturday, ten to nine. Aunt has pushed the crocodile up to the gate with a long broom. It smiles.|{hour == "plank":Saturday, ten to nine. The plank goes round the castle in one long curve. Idris sawed until midnight.|Saturday, ten to nine. The circle is yellow and very round.}} # passage: saturday
{
- hour == "croc":
  The goose looks at it with one eye, and then with the other.
- hour == "plank":
  He has painted it grey like the walls, so that nobody sees it. Everybody sees it.
- else:
  From there, the goose is in every picture. Mele has checked this lying down.
}
The six groups arrive together. They are all groups of two. "On Sunday they come in fours," says Mele. "We only have these," says Aunt.
{look == "watch":Your list of minutes from Friday hangs by the till, under a magnet.|{look == "till":Mele has told the till that today is a test. It asks her if she is sure.|The man who left seven out on Friday is there again. Today he has come an hour earlier.}} In this hour you can only be in one place.
* [Stand at the exit and hear the groups. # choice: stand-exit]
  ~ stand = "exit"
  -> at_exit
* [Stand at seven and look at your watch. # choice: stand-clock]
  ~ stand = "clock"
  -> by_watch

== by_watch
You have no paper with you, so you write the minutes on your hand. # passage: by-watch
{
- hour == "croc":
  Six groups: 12, 9, 13, 10, 11, 11. The goose hissed at the crocodile once. Then she leaned on it, as people lean on a sofa. Now she is asleep. All six groups wanted a picture of the two. She has taken three balls.
- hour == "plank":
  Six groups: 6, 5, 4, 6, 5, 11. The goose watches the balls go by like trains, and she has not taken one. The eleven minutes were two men whose ball fell off in the curve, into the roses. They climbed in after it.
- else:
  Six groups: 7, 8, 6, 7, 8, 6. Nobody stands in the way with a phone any more. At the yellow circle there is a small line of its own. The goose has taken four balls, as on other days. Four people have walked to the till.
}
When you got to the exit, the groups were gone. What they thought about it, you do not know.
-> evening

== at_exit
You stop the groups one by one, as they hand back their sticks. # passage: at-exit
{
- hour == "croc":
  Four groups laugh before you have asked anything. They would come again. Two say that the crocodile was worse than the goose, because of its eyes. Nobody says that it went fast. From here you can see the goose. She leans on the crocodile, as people lean on a sofa, and she is asleep.
- hour == "plank":
  Three groups say that it went quickly. Three say that they never really saw her, so they are going back to look. From here you can see them. They stand in front of the castle, and the next group cannot get past them.
- else:
  Five of the six have bought a picture. They hold it up before you can ask. "How was the waiting?" you say. "What waiting?" says a woman. "Long," says the man behind her. They had come to seven one after the other.
}
Nobody stood at seven with a watch. How many minutes a group needed, you do not know.
-> evening

== evening
In the evening the goose gets up and goes for a swim in the pond. Idris gets up too, but it is too dark to see into the gate. After ten minutes she comes back and sits down with care, first one side and then the other. Will she be here tomorrow? "The bird office says Monday," says Aunt. "The goose says nothing."
Every Saturday somebody paints the big sign at the road. Aunt holds the brush out to you.
* [Paint: ON SUNDAY A REAL GOOSE AT SEVEN. # choice: sign-goose]
  ~ board = "goose"
* [Paint: ON SUNDAY SEE WHO LIVES AT SEVEN. # choice: sign-who]
  ~ board = "who"
* [Paint: ON SUNDAY EIGHTEEN HOLES FOR YOU ALL. # choice: sign-eighteen]
  ~ board = "eighteen"
- -> night

== night
{board == "goose":You paint a goose beside the words. She gets three legs, so you turn one into a stick.|{board == "eighteen":It is the same line as last week. You only have to follow the old paint.|The paint runs out at the last word. You finish it in pink.}} # passage: night
At half past eight, Maren rings. {call != "party":She booked the birthday party.} "Perhaps my mother's choir will come too," she says. "Then we are sixty tomorrow, and not 48. I will know at noon."
For Sunday morning, from nine to two, thirty people have booked. How many more will come in from the road, nobody can say.
Aunt puts a blanket in her car, for the cake. "On that road my phone does not work," she says. "I will be back at ten to two. Until then you decide." She drives off. {hour == "croc":Idris carries the crocodile into the office.|{hour == "plank":Idris takes the plank down, in five minutes, and leans it on a tree.|Mele counts the euros for the pictures into a cup.}}
"Write it down for us tonight," says Idris. "If I do not know what to do at six, I start to saw." Mele puts the spoon in her bag, where nobody can take it.
# response: sunday
* [# answered: sunday]
- -> party

== party
{board == "goose":Sunday. By noon, forty people have come in from the road. Most of them have brought bread. There is a bucket at the entrance, and it is full of bread.|{board == "eighteen":Sunday. By noon, twenty people have come in from the road. One of them walks past all the holes and counts them.|Sunday. By noon, thirty people have come in from the road. Each of them asks Mele who lives at seven. In the end she only points, with the spoon.}} # passage: party # final
{stand == "clock":The six numbers are still on your hand. Soap does not help.|One of Saturday's groups is here again. They greet you like an old friend.} {call == "balls":Your legs still hurt from Friday.} At twelve, Maren writes. "We are 53, so twelve groups of four and one of five. My mother brings her own stick."
At ten to two, Aunt lifts the cake out of her car. It is meant to be a goose, but the baker made a swan. Behind her the bus stops. In front walks the birthday lady, who is eighty today, with her stick in a long case. {call == "party":Two small children hold on to Maren's coat, and look for the bird.|Maren asks how long it takes to go round. Two small children hold on to her coat.}
On seven sits the goose. "So," Aunt says to you. "What happens at seven from two to four?" {call == "aunt":She does not look up at the entrance. She looks everywhere else.}
* [Everyone plays seven, with the goose looking on. # choice: all-play]
  ~ seven = "all"
* [Each group says at seven what it does. # choice: each-says]
  ~ seven = "each"
* [Nobody plays seven, but they may all look. # choice: none-play]
  ~ seven = "nobody"
- {
  - seven == "nobody":
    -> cents
  - seven == "each":
    -> grandfather
  - hour == "croc":
    -> seat
  - else:
    -> cards
  }

== cards
The birthday lady comes to seven. She looks at the goose for a long time, and the goose looks at her. Neither of them hisses. Then she takes her stick out of its case. # passage: ending-cards
She needs two hits. In the corridor, she says, it was one. The two small ones go by behind Maren's coat, one on each side, so that the coat has six legs. At two minutes to four, the last group runs from eighteen to the bus, with their sticks. The sticks come back by post.
Each of the 53 cards has a number beside the seven. Aunt reads them all.
-> coda ->
{board == "goose":On Monday Aunt paints a new line at the road: A REAL GOOSE, AND PERHAPS SOON TWO.|{board == "eighteen":On Monday Aunt paints a new line at the road: EIGHTEEN HOLES, ONE EGG.|On Monday Aunt paints the answer at the road: A GOOSE. SHE IS NOT FINISHED.}}
-> END

== seat
The birthday lady comes to seven and plays past the goose with three hits. Then she sees the crocodile. She forgets to write down the three. # passage: ending-seat
"What does he cost?" she asks. "19 euros 90," says Aunt at once. The two small ones are afraid of birds, and not at all afraid of crocodiles. They carry him round the other holes. That takes time, and at four the bus has to wait for them. The driver shows them his watch.
On the bus the crocodile gets a seat by the window, and Maren stands.
-> coda ->
{board == "goose":On Monday Aunt paints a new line at the road: A REAL GOOSE, AND PERHAPS SOON TWO.|{board == "eighteen":On Monday Aunt paints a new line at the road: EIGHTEEN HOLES, ONE EGG.|On Monday Aunt paints the answer at the road: A GOOSE. SHE LIVES ALONE AGAIN.}}
-> END

== cents
Nobody plays seven, so nobody waits there. At half past three, all thirteen groups are finished. They sit down in the grass in front of the castle and eat a swan. The goose watches. # passage: ending-cents
The birthday lady comes to the till with her card. "Seven was not played," she says. She has done the sum. A game costs seven euros, and one hole of eighteen is 39 cents. Mele opens the drawer with the spoon. When she looks up, all the others stand behind the birthday lady. 53 times 39 cents is 20 euros and 67 cents.
"One crocodile and a bit," says Aunt, and pays. Maren books again for next year.
-> coda ->
{board == "goose":On Monday Aunt paints a new line at the road: A REAL GOOSE, LOOKING IS FREE.|{board == "eighteen":On Monday Aunt paints a new line at the road: EIGHTEEN HOLES, ONE OF THEM BUSY.|On Monday Aunt paints the answer at the road: A GOOSE. LOOKING IS FREE.}}
-> END

== grandfather
At seven each group stops and talks about it. Five play. Six look, and go on. In the last two, some play and some do not. # passage: ending-grandfather
Soon nobody knows who belongs to whom. A small boy plays eight to eighteen with somebody else's grandfather. They win. {hour == "croc":The birthday lady plays seven, waves at the crocodile, and plays it again.|The birthday lady plays seven, says that it does not count, and plays it again.}
At four, Maren counts the people in the bus. There are 53, but not in the right families. The boy asks if he may keep him until next week.
-> coda ->
{board == "goose":On Monday Aunt paints a new line at the road: A REAL GOOSE. YOU DECIDE.|{board == "eighteen":On Monday Aunt paints a new line at the road: EIGHTEEN HOLES, OR SEVENTEEN.|On Monday Aunt paints the answer at the road: A GOOSE. ASK HER FIRST.}}
-> END

== coda
On Sunday evening, Aunt stands for a while in front of the screen with the target, and then in front of the goose. She says good night to one of them.
On Monday, Eun-ji from the bird office lies in the grass, two metres from the gate, with a lamp. After an hour the goose gets up and goes for a swim. Eun-ji shines the lamp into the gate. "Golf balls," she says. "A white knob. And one egg." She looks again. "She was right about one of them."
"How long does she need for that?" asks Aunt. "Four weeks from the day it was laid." "And when was that?" Eun-ji puts her lamp away. "You would have to ask her."
Mele gets the knob back. She puts it in her pocket and opens the drawer with the spoon. {test == "roll":Under the roses, Eun-ji finds a red ball. "Did she not want this one?" "She looked at it," you say.|{test == "box":On her way out Eun-ji sees the egg box. Nobody explains it.|Idris counts the stones of the castle again. There is one more than before.}} {hour == "plank":The plank lies in front of the castle on two stones. It holds six people who want to watch a pond.|{hour == "circle":On the yellow circle stands a man with a phone. He has a very good picture of a gate.}}
->->
