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
This is mini golf. With a stick you hit a small ball past little houses, until it drops into a hole. Over the entrance it says: EIGHTEEN HOLES SINCE 1974.
Nomvula owns the place. Everybody calls her Aunt. Idris, her partner, built the holes. Seven is a castle. The ball has to roll in through its gate, where the goose has sat since Tuesday.
Mele has the till, where people pay. On Tuesday a boy had no ball left and played seven with the round handle of its drawer. So now she opens it with a spoon. The screen shows Aunt's target for Sunday: 100 games at seven euros. That would pay for the month. On Sunday from two to four a birthday party plays, 48 people in twelve groups of four. At four their bus leaves.
"Your job until Sunday," says Aunt. "Get that goose off my seven." But the bird office has written. "Please leave the goose where she is. Balls under her do no harm, so let her keep them. People may play from two metres away. I will come on Monday, and I read no messages before that. Eun-ji."
* [Look up in the till what came back. # choice: read-till]
  ~ look = "till"
* [Sit at seven and write down the minutes. # choice: watch-minutes]
  ~ look = "watch"
* [Ask the groups at the exit about seven. # choice: ask-exit]
  ~ look = "exit"
- -> castle

== castle
{look == "watch":You sit down at seven with a pencil.|{look == "till":The till forgets nothing.|You stop three groups at the exit.}} # passage: castle
{
- look == "watch":
  Five groups come by, and each needs ten minutes. Five of the ten are golf. For two they hold up their phones. For three, somebody walks to the till to get a new ball. Mele has been alone with the whole line. She waves at you with the spoon.
- look == "till":
  Since Tuesday, 23 white balls have gone out and not come back. All the red ones have. Yesterday there were 31 games, and on the Thursday before, 22. "They all ask me where she sits," says Mele. You read between customers, so it takes two hours.
- else:
  "Seven is the best one," says a father. "We waited twenty minutes for it." "You could tell people that they may go on to eight," say two girls. "We did not know." A man has left seven out. "I have to be at work," he says. Two more groups come out with six holes on their cards.
}
At eleven Idris sits on a folding chair, two metres from his castle, with a lettuce on his knees. Four groups are waiting.
A boy's ball rolls up to the gate. The goose puts out her neck, rolls the white ball in under her, and sits down like somebody who has found her keys. "She thinks that they are eggs," says Idris. "The gate is wide, and a good ball gets past her. She only hisses, like a snake." The boy's mother walks to the till for a new one, two hundred steps there and two hundred back. A man holds up his phone. "Can she do it again?"
"Seven is the slow one," says Idris. "The castle always was. Without her, four people need five minutes here. Now it is ten. So twelve groups need two hours at seven alone. The other seventeen are short and take half an hour. Everybody starts at hole one, as it says on the cards, and the last group is finished at half past four. With seven minutes each, they would catch their bus." Holes eight to eighteen are empty. There is only a bee on the pirate ship.
Aunt brings a plastic crocodile, as long as a sofa. "19 euros 90," she says. "At the lake they have two of these, and no geese."
* [Bring the new balls up to seven yourself. # choice: bring-balls]
  ~ call = "balls"
* [Ask Aunt what happens if the goose stays. # choice: ask-aunt]
  ~ call = "aunt"
* [Tell the party about her on the phone. # choice: call-party]
  ~ call = "party"
- -> noon

== noon
{call == "aunt":Aunt puts the crocodile down and thinks.|{call == "party":Maren booked the party. She picks up at once.|You run up to seven with each new ball.}} # passage: noon
{
- call == "aunt":
  "Last year a party was not finished when its bus came," she says. "They had played fourteen holes, and they wanted their money back for the other four." She looks up at the words over the entrance. "I have nothing against the goose. But up there it says eighteen."
- call == "party":
  "We have all seen the goose," she says. "Mele put a film of her online. My mother has watched it twenty times. She will be eighty, and she practises in the corridor. Two of the small ones are afraid of birds." You tell her about the ten minutes. Behind you stands Aunt. "So now they know," she says.
- else:
  Nobody has to walk to the till now. In half an hour you bring four balls. The groups need about eight minutes, and you need a chair. Idris gives you his, with the lettuce. At the till, Mele has opened a book.
}
At twelve it empties. Three groups play on. "Now you can test something small," says Idris. "At one the next ones come."
* [Roll white and red balls up to her. # choice: roll-balls]
  ~ test = "roll"
* [Put a box of balls beside the castle. # choice: ball-box]
  ~ test = "box"
* [Let three groups play from behind the castle. # choice: from-behind]
  ~ test = "back"
- -> small_test

== small_test
{test == "roll":From two metres away, you roll five white balls and five red ones up to the gate.|{test == "box":The only box that you can find is an egg box. It holds six balls.|You draw a line behind the castle, two metres from the goose.}} # passage: small-test
{
- test == "roll":
  White: she takes five of five. Red: she takes none. She looks at each red one, and leaves it. She hisses at all ten. The three groups stop playing and hold up their phones. In the cupboard there are forty white balls left, and sixteen red ones. White is cheaper.
- test == "box":
  You put it on a stone, two metres from the goose. The three groups need seven minutes, six and eight. Nobody walks to the till. At the end there is one ball in the box, and five are under the goose. "So many children," says Idris.
- else:
  From here, the ball goes in through the small back door. The three groups need six minutes, five and nine. Of twelve balls, she gets one. The nine minutes were a family who waited until she looked at their phone. To reach the line, they all climb over the outer wall. Idris counts his stones after each group.
}
It was a quiet hour, with three groups.
At half past one, Aunt calls you all to the till. She has drawn a goose on a sheet of paper and crossed it out. "Now you," she says. "What is going on at my seven? And what do we do? Tomorrow morning we try something of ours. Sunday morning is for yours." Mele turns the paper over and takes a pencil.
# response: plan
* [# answered: plan]
- -> ice

== ice
Aunt hears you to the end, and Mele writes it down. Then Aunt eats a whole ice cream, and nobody says a word. # passage: ice
"Keep that paper for Sunday," she says. "From nine to two I am away, and you decide. But the goose stays where she is, and the party comes at two. Tomorrow from nine to ten we have six groups. One of us three can have that hour."
Aunt wants the crocodile beside the gate. "The two metres are for people," she says. Since Wednesday Idris has had a plank ready, a long board. On it the ball would roll round the castle, far from the goose. Mele wants a yellow circle on the path. Pictures would be taken only there, and she would print them for a euro.
* [Give the hour to Aunt and her crocodile. # choice: crocodile]
  ~ hour = "croc"
* [Give the hour to Idris and his plank. # choice: plank]
  ~ hour = "plank"
* [Give the hour to Mele and her circle. # choice: circle]
  ~ hour = "circle"
- -> saturday

== saturday
{hour == "croc":Saturday, ten to nine. Aunt has pushed the crocodile up to the gate with a long broom.|{hour == "plank":Saturday, ten to nine. The plank goes round the castle in one long curve. Idris sawed until midnight.|Saturday, ten to nine. The circle is yellow and very round.}} # passage: saturday
{
- hour == "croc":
  The goose looks at it with one eye, and then with the other.
- hour == "plank":
  He has painted it grey like the walls, so that nobody sees it. Everybody sees it.
- else:
  From there, the goose is in every picture. Mele has checked this lying down.
}
The six groups arrive together, and all are groups of two. "On Sunday they come in fours," says Mele.
{look == "watch":Your list of minutes hangs by the till, under a magnet.|{look == "till":Mele has told the till that today is a test. It asks her if she is sure.|The man who left seven out is there again, an hour earlier than on Friday.}} Aunt and Idris want to win, and Mele must stay at the till. So only you can look, and from one place.
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
  Six groups: 12, 9, 13, 10, 11, 11. The sixth group is through at six minutes past ten. The goose hissed at the crocodile once. Now she leans on it, as people lean on a sofa, and she is asleep. All six groups wanted a picture. She has taken three balls.
- hour == "plank":
  Six groups: 6, 5, 4, 6, 5, 11. The goose watches the balls go by, and she has not taken one. The eleven minutes were two men whose ball fell off in the curve, into the roses. By ten, three groups are back to film her, on the path to eight.
- else:
  Six groups: 7, 8, 6, 7, 8, 6. Nobody stands in the way with a phone, but the circle has a small line of its own. The goose has taken four balls, so four people have walked to the till.
}
What the groups thought about it, you do not know.
-> evening

== at_exit
You stop the groups as they hand back their sticks. # passage: at-exit
{
- hour == "croc":
  Four groups laugh before you have asked anything. They would come again. Two say that the crocodile was worse, because of its eyes. She leans on it and sleeps, they tell you. The last group is out at 25 past ten.
- hour == "plank":
  Three groups say that it went quickly. Three say that they never really saw her, so they go back. "They film her on the path to eight," says a man who comes out. "I could not get past." The last group is out at five to ten.
- else:
  Five of the six have bought a picture. "How was the waiting?" you say. "What waiting?" says a woman. "Long," says the man behind her. They had come to seven one after the other. The last group is out at ten.
}
How many minutes a group needed at seven, you do not know.
-> evening

== evening
In the evening the goose swims on the pond for ten minutes, where another goose shouts. Idris gets up from his chair. "Two metres," says Aunt, and he sits down again. The goose comes back. Will she be here tomorrow? "The bird office says Monday," says Aunt. "The goose says nothing."
Then Aunt holds out a brush, for the sign at the road. It brings people in.
* [Paint: ON SUNDAY A REAL GOOSE AT SEVEN. # choice: sign-goose]
  ~ board = "goose"
* [Paint: ON SUNDAY SEE WHO LIVES AT SEVEN. # choice: sign-who]
  ~ board = "who"
* [Paint: ON SUNDAY EIGHTEEN HOLES FOR YOU ALL. # choice: sign-eighteen]
  ~ board = "eighteen"
- -> night

== night
{board == "goose":Beside the words you paint a goose. It is nearly one.|{board == "eighteen":You follow the paint of last week.|The paint runs out, so you finish in pink.}} # passage: night
At half past eight, Maren{call != "party":, who booked the party,} rings. "Perhaps my mother's choir will come too," she says. "Then we are sixty tomorrow, and not 48. I will know at noon." "Fifteen groups," says Idris. "Then it must be six minutes, not seven."
Thirty people have booked for the morning. How many more come in from the road, nobody can say.
Aunt gets into her car. "My sister bakes the cake for the party," she says. "I sleep there, and I take no phone to sisters. I will be back at ten to two." {hour == "croc":Idris pulls the crocodile back with the long broom and carries it into the office.|{hour == "plank":Idris takes the plank down and leans it on a tree.|Mele counts the euros for the pictures into a cup.}}
"Write it down for us tonight," says Idris. "If I have nothing to do at sunrise, I start to saw." Mele gives you the paper. There is room below your words from Friday.
# response: sunday
* [# answered: sunday]
- -> party

== party
{board == "goose":Sunday. By noon, forty people have come in from the road, most of them with bread.|{board == "eighteen":Sunday. By noon, twenty people have come in from the road. One of them counts the holes.|Sunday. By noon, thirty people have come in from the road. They all ask Mele who lives at seven.}} # passage: party # final
{stand == "clock":The six numbers are still on your hand.|One of Saturday's groups is here again, and greets you.} Your paper hangs by the till. Since nine it has got ticks, a coffee ring, and remarks that are not yours. In the corner stand the numbers of the morning, in small figures. {call == "balls":Your legs still hurt from Friday.} At twelve, Maren writes. "We are 53, so twelve groups of four and one of five. My mother brings her own stick."
At ten to two, Aunt lifts the cake out of her car. It is meant to be a goose, but her sister made a swan. She puts it down at the till and reads your paper, the numbers with her finger. The bus stops. In front walks the birthday lady, eighty today. {call == "party":Two small children hold on to Maren's coat, and look for the bird.|Maren asks how long it takes. Two small children hold on to her coat.}
On seven sits the goose. "So," Aunt says to you. "What happens at seven from two to four?" {call == "aunt":She does not look up at the entrance. She looks everywhere else.}
* [Everyone plays seven, with the goose looking on. # choice: all-play]
  ~ seven = "all"
* [Each group decides: play seven or go on. # choice: each-says]
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
The birthday lady comes to seven. She and the goose look at each other for a long time. Neither of them hisses. # passage: ending-cards
She needs two strokes. At home, in the corridor, she says, it was one. The two small ones are afraid of birds. They go by behind Maren's coat, one on each side, so that the coat has six legs. At four the driver sounds his horn. Everybody who still has holes to play begins to run. Some sticks leave on the bus, and come back by post.
Aunt reads the 53 cards. Beside the seven, most have a number, and two have a goose.
-> sunday_evening ->
{board == "goose":A REAL GOOSE, AND SHE WATCHES.|{board == "eighteen":EIGHTEEN HOLES, AND A GOOSE.|A GOOSE. SHE LOOKS BACK.}}
-> monday

== seat
The birthday lady comes to seven and plays past the goose with three strokes. On the way to the cake she meets the crocodile. She forgets to write down the three. # passage: ending-seat
"What does he cost?" she asks. "19 euros 90," says Aunt at once. The two small ones are afraid of birds, and not at all afraid of crocodiles. They carry him round the other holes. At four the bus has to wait for them, and the driver shows them his watch.
On the bus the crocodile gets a seat by the window, and Maren stands.
-> sunday_evening ->
{board == "goose":A REAL GOOSE. NO CROCODILES.|{board == "eighteen":EIGHTEEN HOLES, NO CROCODILES.|A GOOSE. SHE LIVES ALONE AGAIN.}}
-> monday

== cents
Nobody plays seven, so nobody waits there. By half past three all thirteen groups have finished. They sit in the grass and eat the whole swan. The goose watches. # passage: ending-cents
The birthday lady comes to the till with her card. "Seven was not played," she says. A game costs seven euros, and one hole of eighteen is 39 cents. Mele opens the drawer with the spoon and puts them on the counter. With her own stick, the birthday lady plays them back, coin by coin. "That was seven," she says, and writes a number on her card.
Aunt counts the coins. None is missing. Maren books again for next year.
-> sunday_evening ->
{board == "goose":A REAL GOOSE, LOOKING IS FREE.|{board == "eighteen":EIGHTEEN HOLES, ONE OF THEM BUSY.|A GOOSE. LOOKING IS FREE.}}
-> monday

== grandfather
At seven each group stops and talks about it. Five play. Six look, and go on. In the last two, some play and some do not. # passage: ending-grandfather
Soon nobody knows who belongs to whom. A small boy plays eight to eighteen with somebody else's grandfather. They win. {hour == "croc":The birthday lady plays seven, asks what the crocodile needed, and plays it again.|The birthday lady plays seven, says that it does not count, and plays it again.}
At four, Maren counts the people in the bus. There are 53, but not in the right families. The boy wants to keep this grandfather until next week.
-> sunday_evening ->
{board == "goose":A REAL GOOSE. YOU DECIDE.|{board == "eighteen":EIGHTEEN HOLES, OR SEVENTEEN.|A GOOSE. ASK HER FIRST.}}
-> monday

== sunday_evening
On Sunday evening, Aunt reads the number of games on the screen. "The month is paid, or nearly," she says. Your paper goes into her bag. Then she paints a new line on the sign at the road:
->->

== monday
On Monday, Eun-ji from the bird office lies in the grass with a lamp. {test == "roll":Beside her she finds a red ball. "Did she not want this one?" "She looked at it," you say.|{test == "box":Beside her she finds the egg box. Nobody explains it.|Idris counts the stones of the castle again. There is one more than before.}} {hour == "plank":On the plank six people sit and wait.|{hour == "circle":On the yellow circle stands a man with a phone.}}
After an hour the goose goes for a swim. Eun-ji shines the lamp into the gate. "Golf balls," she says. "A round handle. And one egg. She was right about one of them."
-> END
