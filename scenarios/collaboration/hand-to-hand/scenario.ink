# title: Hand to hand

// What the story remembers. Each is planted once and comes back later.
VAR move = "none"    // ask: you know the pencil numbers. walk: you know the paint and the stairs, a stone holds the door. count: white crosses in the lane.
VAR kids = "none"    // lane: placed early, in the wind. play: wet sleeves, but they hear the talk. pairs: everyone knows a name, fewer books by the door.
VAR heard = "none"   // reasons, lien (the hour of the lorry), tomasz (the paint and the stairs)
VAR house = false    // Tomasz has been spoken to before the first book, so he has made the new library ready
VAR first = "none"   // what goes up first: order, small, middle
VAR stop = "none"    // walk, word, break
VAR prep = "none"    // farida, top, kofi

// The calendar of every way is in docs/content/hand-to-hand.md.

Half past eight on a Saturday. Today the town library moves, from the bottom of Mill Lane to the top. # passage: opening
No lorry can park there, so the books must be carried up. A hundred people will stand in a line, and pass each book to the next person. A hundred are enough for one line, and not for two. A cart would fall over on the old stones. You have helped in the library for a month. You know the shelves, and the stamp that sticks.
Ines runs the library. She is standing among thirty shelves with a list. "One is the old newspapers," she says. "Every year is a book as big as a paving stone. Two to twenty-four are for anybody. Twenty-five to thirty are for children." On shelf nine, between two books, stands a block of wood. Somebody has painted on it, in white: The Lighthouse Cat.
Out by the fountain, a bus lets out forty children, all of them ten years old. Farida is their teacher. At twelve the bus takes them home again. At one, the rowing club comes to carry the rest.
Halfway up the lane, Lien is opening her bread stall. And at the very top, in a window of the new library, somebody small is moving a brush. That is Tomasz, who built the shelves. Today he is painting.
* [Ask Ines why the order matters so much. # choice: ask-ines]
  ~ move = "ask"
* [Walk up and look at the new library. # choice: walk-up]
  ~ move = "walk"
  ~ house = true
* [Count the steps and mark them in chalk. # choice: count-steps]
  ~ move = "count"
- -> lane

== lane
{move == "ask":Ines takes out a book and opens it. Inside, in pencil, it says 9-31.|{move == "walk":It is two hundred steps to the top, and the last ones are steep.|One, two, three. You count aloud, up to the new door.}} # passage: lane
{
- move == "ask":
  "Shelf nine, book thirty-one. They all have a number. If they come up in order, I can fill the shelves by myself, as fast as they come. If they come in a heap, I have to read six thousand little numbers." She pushes the wooden block straight. She does not say what it is for.
  Outside, sixty grown-ups have arrived. Nobody has told them where to stand. They stand where the sun is.
- move == "walk":
  The new library smells of paint. Tomasz kneels in the children's room, which is half blue. "Dry at eleven," he says. "Before that, a book that touches the wall sticks to it." Beside him, a staircase goes up to the room for the newspapers. It is as wide as one person. The front door keeps falling shut, so you put a stone under it.
  When you come down again, sixty grown-ups are standing in the sun. Nobody has told them anything. Two have gone for coffee. One has gone home to feed the cat.
- else:
  It is two hundred. Sixty grown-ups and forty children make a hundred, so there is one person for every second step. You draw a white cross on each second stone. When you draw the last one, the front door falls shut in front of you.
  On the way down you see people trying out the crosses, and jumping from one to the next. In the old library, Ines has begun on shelf one by herself. Across both her arms there is a red line.
}
The children have sat in a bus for an hour. They are cold and loud. "The first book goes up at half past nine," says Farida. "Where do you want them until then?"
* [Place all forty along the lane right now. # choice: place-now]
  ~ kids = "lane"
* [Let them play here until the plan is ready. # choice: let-play]
  ~ kids = "play"
* [Give each child a grown-up to stand with. # choice: make-pairs]
  ~ kids = "pairs"
- -> fountain

== fountain
{kids == "lane":Forty children run up the lane, and each one takes a place.|{kids == "play":The fountain is the best thing in the square, and they find it at once.|It takes a long time to make forty pairs.}} # passage: fountain
{
- kids == "lane":
  They stand there like young trees. A cold wind comes down the lane. Soon the first ones are sitting on their hands.
- kids == "play":
  In five minutes they have built a dam in it. In ten minutes there are forty pairs of wet sleeves. They are warm now, and they can hear every word that is said here.
- else:
  A man in a green hat gets a boy called Jun. "I am slow," says the man. "I am not," says Jun. At the end, everyone knows one name. It is ten past nine, and not one book stands ready by the door.
}
Ines comes out of the library, and Farida meets her halfway.
"Shelf one first," says Ines. "Then two, then three. In the last move it all came in one heap, and I was looking for books until Easter."
"The children's books first," says Farida. "Last year my class went to the parade, and stood behind a rope. This time they get a job, I promised. They cannot lift your newspapers, and at twelve they are gone."
"Then my list begins at the end."
"Then turn it over."
"The first book goes up at half past nine, whichever it is," says Ines. "If we start later, we will not be done today."
It gets louder. Everybody else looks at their shoes. Lien has come down from her stall, with the bread knife still in her hand. She stands at the edge of the group. She wants to say something, and nobody asks her.
* [Ask Ines and Farida what they fear most. # choice: ask-fears]
  ~ heard = "reasons"
* [Ask Lien what she came here to say. # choice: ask-lien]
  ~ heard = "lien"
* [Send for Tomasz to hear about the shelves. # choice: send-tomasz]
  ~ heard = "tomasz"
  ~ house = true
- -> circle

== circle
{heard == "reasons":Both of them stop.|{heard == "lien":"At last," says Lien.|Somebody runs, and Tomasz comes down. His hands are blue.}} # passage: circle
{
- heard == "reasons":
  "One book I never found," says Ines. "People still ask me for it. I made a block of wood, so that the gap would not close."
  Farida looks at the fountain. "On the bus home from the parade, one of them asked me something. Were we there, or did we only watch? I did not know what to say." Neither of them has ever told the other. When you look round for Lien, she is back at her stall. She has a customer.
- heard == "lien":
  "My lorry comes at half past ten, full of bread. It goes up, it turns at the top, and at two it comes down again. It needs five minutes and the whole lane. I told somebody on Tuesday." So at half past ten everyone has to leave the lane for five minutes.
  Ines writes it on her list. Farida writes it on her hand. They still do not look at each other.
- else:
  "The children's room is wet until eleven," he says. "Until then I can take six shelves in the hall, on sheets. And the stairs to the newspapers are as wide as me." He holds his hands in the air, so as not to touch anyone.
  "I did not know about the stairs," says Ines. "I did not know about the paint," says Farida. When you look round for Lien, she is back at her stall. She has a customer.
}
{
- heard == "tomasz":
  Now they all know how it looks up there. It has not made them agree.
- move == "walk":
  And you have seen the new library from inside. The children's room has wet paint until eleven, and the stairs are as wide as one person. The others here have not been inside since the stairs were built.
- else:
  The people at the fountain have not been inside the new library since the stairs were built. Tomasz is up there.
}
{kids == "play":A girl puts up a wet arm. "Do we have to start at an end?" she asks. Nobody answers her.}
"You know the shelves," says Ines to you. "And you know us both," says Farida. "So what do you say?"
# response: plan
* [# answered: plan]
- -> half_past

== half_past
The town clock strikes half past nine. In the lane, people turn their heads. # passage: half-past
{kids == "pairs":By the door stand the books of four shelves. Ines is bringing out more.|By the door stand the first books of every shelf. Ines pulls on her gloves.}
She needs one word from you for the whole line. Which books go first? Take what comes nearest to what you said.
* [Shelf one goes first, then all in order. # choice: in-order]
  ~ first = "order"
* [The children's books go first, then the rest. # choice: small-first]
  ~ first = "small"
* [Two to twenty first, newspapers only after lunch. # choice: middle-first]
  ~ first = "middle"
- -> first_book

== first_book
The first book goes from hand to hand up the lane. It cannot come down again, because behind it comes the next. # passage: first-book # final
{
- first == "order":
  It is the year 1931, and it is as heavy as a dog. The grown-ups take it. Each child near it lays a hand on it as it goes by. {house:On the stairs to the newspaper room, one strong person stands on every third step, and it goes up.|At the top there is a staircase as wide as one person. There it goes slowly, and the next ones wait below.} At ten to ten it is the year 1972. A boy asks if there will be a story soon.
- first == "small":
  It is thin, and there is a pig on it. After it come bears and trains and the moon. Children shout out the names, and the lane shouts back. {house:In the hall of the new library they lie in rows on sheets, until the blue paint is dry.|At the top, the children's room is wet with blue paint until eleven. So the books lie in the hall, and some rows lie on top of others.} Ines goes through her list from the end. She looks like somebody with her coat on back to front.
- else:
  It is about bees. After it come birds, boats and bridges. A child can carry two of those, and the children find a swing for it. Ines has a finger in two places of her list. {house:At the top the way to the shelves is free, and the books go straight in.|At the top, one armful goes through the wrong door, and touches wet paint. Three books about boats are blue now.} "And our books?" a girl asks Farida. "Ours are after twenty," says Farida. She says it twice.
}
{
- heard == "lien":
  At half past ten Lien lifts her knife. The lane is free in a moment, and her lorry goes by so close that it could take a book along.
- else:
  At half past ten there is a horn. A lorry full of bread stands at the bottom, and it needs the whole lane for five minutes. "Up now," calls Lien, "and down again at two." Half the lane is at the wall at once. The rest look for the noise. One armful of books lands on the stones. {move == "ask":The pencil numbers tell their order, and soon they lie in order again.|They go on as they lie.}
}
{move == "count":Then everyone steps back onto a white cross.|Then everyone takes a place again. Some take the old one, and some take a better one.} A woman in the middle of the lane needs a rest, so for a while you stand in for her.
At a quarter to eleven, the books stop. The person below you holds one out. The person above you has both arms full. "Perhaps they are asleep up there," somebody says. From your place you can see two people.
* [Walk up the line until you see why. # choice: go-see]
  ~ stop = "walk"
* [Send the question up from person to person. # choice: pass-word]
  ~ stop = "word"
* [Give everyone a break where they are now. # choice: call-break]
  ~ stop = "break"
- -> still

== still
{stop == "walk":You step out of the line and climb.|{stop == "word":"Why have we stopped?" you say to the person above you, and it goes up the lane.|"Ten minutes!" you call, and people pass it on both ways.}} # passage: still
{
- stop == "walk":
  Thirty steps from the top, a boy stands between two people with full arms. {kids == "pairs":It is Jun. The man in the green hat holds all his books for him.|His name is Jun, and he does not hear it.} He is reading. On the outside, the book says Drains of the Lower Valley. You look over his shoulder. Inside, a cat lives in a lighthouse.
  Ines comes up to see it too. Below, your place in the line is empty. The books have gone on coming, and from the stall to the fountain some lie on the ground.
- stop == "word":
  After four minutes something comes down again. "There is a cat in the drains," says the person above you. The whole lane laughs. Two men lift a drain cover and look in. But Ines does not laugh. She puts her list on a wall, and begins to run.
  Thirty steps from the top, a boy {kids == "pairs":called Jun is reading. The man in the green hat holds all his books for him.|is reading. His name is Jun.} On the outside, the book says Drains of the Lower Valley. Inside, a cat lives in a lighthouse.
- else:
  They put down what they hold, on walls, on steps, on window sills. Lien cuts her bread into a hundred pieces. People who have passed books for an hour tell each other their names. It takes twenty minutes before all of it moves again.
  Near the top, one boy has not come for bread, so Ines takes him a piece. {kids == "pairs":It is Jun. The man in the green hat stands in front of him, to keep off the wind.|His name is Jun.} He is reading. On the outside, the book says Drains of the Lower Valley. Inside, a cat lives in a lighthouse.
}
Ines opens it at the front. Then she takes off her gloves. "This is the one book that I lost in the last move," she says. "It rained, and we dried the covers on a string. Two went back on the wrong books." For twenty years the cat has stood on the shelf for drains. She gives it back to Jun. "Finish your page," she says. "And then it goes to shelf nine."
At ten to twelve you are in the new library with the last book of the morning. {first == "small" && not house:The blue paint is dry, and the rows in the hall are as high as your knee.|The blue paint is dry.} {first != "order":The stairs to the newspaper room are as wide as one person. }Ines is filling shelves. {first == "order":Shelves one to seventeen are up. Below, eighteen to thirty are still full, and all the children's books are there.|{first == "small":Shelves twenty-five to thirty and two to sixteen are up. Below, shelf one is still full, with all the newspapers. So are seventeen to twenty-four.|Shelves two to twenty are up. In the last ten minutes each child has taken up one thin book from shelf twenty-five. There was no time for more. Below, shelf one is still full, with all the newspapers. So are twenty-one to thirty.}}
"You have seen all of it," says Ines. "Will you tell the rowers, at one? {first == "middle":Newspapers first, please. Two people come on Monday to read them. }I cannot leave this, and Tomasz {first == "order":is gluing the last shelf|has to watch the stairs}." The grown-ups go home to eat, all but ten. Farida counts heads by the bus. Down at the river, Kofi, who leads the rowers, is already tying up the first boat. You have time for one of them.
* [Ask Farida what her class has found out. # choice: ask-farida]
  ~ prep = "farida"
* [Ask Ines and Tomasz what is still missing. # choice: ask-top]
  ~ prep = "top"
* [Ask Kofi what his rowers need to know. # choice: ask-kofi]
  ~ prep = "kofi"
- -> briefing

== briefing
{prep == "farida":Farida has one foot on the bus.|{prep == "top":You sit down on the stairs, between Ines and Tomasz.|The river is two streets away, so you run.}} # passage: briefing
{
- prep == "farida":
  "One book at a time is slow," she says. "Two are quick. With three, some fall. Change sides every ten minutes, or your arm hurts. And when it stops, they want to know why. It is worse than a heavy book." She looks along the windows of the bus. {first == "small":"They carried their own books," she says, and then nothing more.|{first == "order":"They never got to their own books," she says. "I will find a way to tell them."|"They would have liked more of their own books," she says. "But they had a job."}} The bus takes her round the corner.
- prep == "top":
  "Shelf twelve is eleven books short," says Ines. "They may be in the lane. They may be on a wrong shelf. I do not know." {first == "order":Tomasz taps the last shelf. "Thirty has wet glue. Put nothing on it before half past two."|Tomasz puts his hand on the wall. "One person goes up, and comes down, and then the next. My stairs are new. They cannot hold a crowd."}
  "Rowers are strong," says Ines. "They will want to take five at a time. Then I get a heap." "Let them take five," says Tomasz, "or they will still be here tonight."
- else:
  "In a boat, nobody sees where it goes," says Kofi. "One person sits at the back, looks ahead and calls. The others listen. Give us one voice like that." He ties a knot. "And we are not thirty. Six have a race. We are twenty-four, and at three we must go."
  You run back through the square, and ask, and ask again. Six people say yes. You have had no lunch.
}
One o'clock. {prep == "kofi":Round the fountain stand twenty-four rowers, six people from the square, and the ten who stayed.|Round the fountain stand twenty-four rowers, and the ten who stayed. "Thirty of us was the plan," says Kofi, who leads them. "Six have a race. And at three we must all go."} {prep == "kofi":Forty|Thirty-four} people, for two hundred steps. How much they can carry up in two hours, nobody has ever tried.
"Big armfuls, and run," says one of the rowers. "One book each, in a line," says a woman who stayed. {move == "count":The chalk crosses are for a hundred people.|The lane looks longer than it did this morning.} Lien is packing up her stall. At two her lorry comes down, full of empty crates, and it needs the whole lane for five minutes. Ines and Tomasz are at the top, and they cannot hear the fountain from there. Everyone looks at you.
# response: briefing
* [# answered: briefing]
- {
  - first == "order":
    -> red_chairs
  - first == "small":
    -> last_years
  - prep == "kofi":
    -> one_voice
  - else:
    -> four_shelves
  }

== red_chairs
By {prep == "kofi":twenty-five to three|a quarter to three}, the old library is empty, and it has an echo. The pig, the bears and the moon are up too. # passage: ending-red-chairs
One of the rowers shouted out their names, because it seemed wrong not to. Ines walks along all thirty shelves. Every book that she finds stands in its place. In the blue room there are ten red chairs, with nobody on them.
-> coda ->
{heard == "reasons":On Tuesday Ines takes a box of thin books, and walks to the school.|Ines looks at the ten red chairs. Then she looks up the number of the school.}
-> END

== last_years
At three the rowers must go. The newspapers from 1931 to {prep == "kofi":1990 are upstairs. The other ten years|1978 are upstairs. The other years} lie in the hall. All afternoon it was half full of thin books, and the way to the stairs was narrow. # passage: ending-last-years
Tomasz carries up one more year, alone. Then he sits down on it. {house:In the blue room every thin book is in its place. Ines filled it from the sheets in half an hour.|In the blue room Ines sits on the floor, in six shelves of thin books. She opens each one, and reads the number.} In one of them is a note, in a child's writing. "I carried this."
-> coda ->
{prep == "top":On the new stairs, two people meet in the middle. "One at a time!" calls Tomasz from the hall.|In the hall, somebody is reading the news of {prep == "kofi":1993|1983}. He has sat down on {prep == "kofi":1994|1984}.}
-> END

== one_voice
By twenty to three the last year of news is on the stairs. There was a beat in the lane all the time, because the rowers cannot carry without one. # passage: ending-one-voice
The pig and the bears are up too. They went from one large hand to the next. There is nothing left below but marks on the wall. "All in," says Kofi, and he has to run for his boat. Ines sits on a red chair and shuts her eyes. She still hears it, she says. In, out. In, out.
-> coda ->
A rower stands in front of the blue room with wet hair. He wants to know how the one with the pig ends.
-> END

== four_shelves
At three the rowers must go. All the news is upstairs. But at the bottom of the lane, four shelves are still full. # passage: ending-four-shelves
They are children's books. Ines locks the old door, and stands there for a moment with the key. Then she rings up Farida, and asks if her class is free on Monday morning.
-> coda ->
Then there is a noise at the bottom of the lane. {kids == "lane":Thirty-four|Forty} children have come back for their books. {prep == "farida":"Two at a time," says Farida. "Three fall."|The pig comes first.}
-> END

== coda
Monday, nine o'clock. {move == "walk":The new door stands open, with your stone under it.|{move == "count":In the lane, two girls jump from one white cross to the next.|The new door falls shut behind each person who comes in.}} {kids == "pairs":A man in a green hat has come for The Lighthouse Cat. "Two of us are reading it," he says. "The other one has it after school."|{kids == "play":The Lighthouse Cat is back on shelf nine. Beside it, a book about bees has dried in waves, where a wet sleeve lay.|The Lighthouse Cat is on loan to a boy called Jun. He is in bed with a cold, like five more of his class.}}
{stop == "walk":Tomasz is still finding books from the lane, behind flower pots.|{stop == "word":In the window hangs a drawing of a cat that looks out of a drain. Everyone in town knows what it means.|People greet each other by name at the desk, and one of them still smells of new bread.}} {prep == "top":Shelf twelve is full again. The eleven books lay under the bread stall.|On shelf twelve there is a gap, eleven books wide. Ines has looked at it since Saturday noon.} {prep == "farida" && first != "middle":On the mat lies a letter from Farida's class. "How did it end?" it says, and below are forty names.}{prep == "kofi":Kofi is there to get his first library card. "One voice," he says to the people in the line, and they laugh.}
{heard == "reasons":Beside the door Ines has hung up a paper, with all the names of the class. They were there, it says at the top.|{heard == "lien":Lien has brought a paper with the hours of her lorry, for the whole year. It hangs beside the desk.|On a white wall there is one blue hand, where Tomasz forgot. Ines has asked him to leave it there.}} The wooden block lies on Ines's desk. She has turned it round, and the back is still empty.
->->
