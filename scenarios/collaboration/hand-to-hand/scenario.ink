# title: Hand to hand

// What the story remembers. Each is planted once and comes back later.
VAR move = "none"    // ask: you know the pencil numbers. walk: you know the paint and the stairs, a stone holds the door. count: white crosses in the lane.
VAR kids = "none"    // lane: placed early, in the wind. play: wet sleeves, but they hear the talk. pairs: everyone knows a name, late start.
VAR heard = "none"   // reasons, lien (the hour of the lorry), tomasz (the paint and the stairs)
VAR house = false    // the people at the fountain can know about the wet paint and the stairs
VAR first = "none"   // what goes up first: order, small, middle
VAR stop = "none"    // walk, word, break
VAR prep = "none"    // farida, top, kofi

Half past eight on a Saturday. Today the town library moves, from the bottom of Mill Lane to the top. # passage: opening
No lorry can park there, so the books go up by hand. A hundred people will stand in a line, and pass each book to the next pair of hands. You have helped in the library for a month. You know the shelves, and the stamp that sticks.
Ines runs the library. She is standing among thirty shelves with a list. "One is the old newspapers," she says. "Every year is a book as big as a paving stone. Two to twenty-four are for anybody. Twenty-five to thirty are for children." On shelf nine, between two books, stands a block of wood. Somebody has painted on it, in white: The Lighthouse Cat.
Out by the fountain, a bus lets out forty children, all of them ten years old. Farida is their teacher. At twelve the bus takes them home again. At one, the rowing club comes to carry the rest.
Halfway up the lane, Lien is opening her cheese stall. She looks at her watch, and then down the lane. And at the very top, in a window of the new library, somebody small is moving a brush. That is Tomasz, who built the shelves.
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
  "Shelf nine, book thirty-one. They all have a number. If they come up in order, I can fill the shelves by myself, as fast as they come. If they come in a heap, I sit there with six thousand little numbers." She pushes the wooden block straight. She does not say what it is for.
  Outside, sixty grown-ups have arrived. Nobody has told them where to stand. They stand where the sun is.
- move == "walk":
  The new library smells of paint. Tomasz kneels in the children's room, which is half blue. "Dry at eleven," he says. "Before that, if a book touches it, the book stays." Beside him, a staircase goes up to the room for the newspapers. It is as wide as one person. The front door keeps falling shut, so you put a stone under it.
  When you come down again, sixty grown-ups are standing in the sun. Nobody has told them anything. Two have gone for coffee. One has gone home to feed the cat.
- else:
  Two hundred. Sixty grown-ups and forty children make a hundred, so there is one person for every second step. You draw a white cross on each second stone. When you draw the last one, the front door falls shut in your face.
  On the way down you see people trying out the crosses, and jumping from one to the next. In the old library, Ines has begun on shelf one without you. Across both her arms there is a red line.
}
The children have sat in a bus for an hour. They are cold and loud. "The first book goes up at half past nine," says Farida. "Where do you want them until then?"
* [Place all forty along the lane right now. # choice: place-now]
  ~ kids = "lane"
* [Let them play here until things are settled. # choice: let-play]
  ~ kids = "play"
* [Give each child a grown-up to stand with. # choice: make-pairs]
  ~ kids = "pairs"
- -> fountain

== fountain
{kids == "lane":Forty children run up the lane, and each one takes a place.|{kids == "play":The fountain is the best thing in the square, and they find it at once.|It takes a long time to make forty pairs.}} # passage: fountain
{
- kids == "lane":
  They stand there like young trees. A wind comes down the lane. Soon the first ones are sitting on their hands.
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
It gets louder. Everybody else looks at their shoes. Up in the window, the brush goes to and fro. Lien has come down from her stall, with the cheese knife still in her hand. She stands at the edge and waits for somebody to stop.
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
  "My lorry comes at half past ten. It goes up, it turns at the top, and at two it comes down again. It needs five minutes and the whole lane. I told somebody on Tuesday." So at half past ten the line will be cut, whatever is in it.
  Ines writes it on her list. Farida writes it on her hand. They still do not look at each other.
- else:
  "The children's room is wet until eleven," he says. "Until then I can take six shelves in the hall, on sheets. And the stairs to the newspapers are as wide as me." He holds his hands in the air, so as not to touch anyone.
  "I did not know about the stairs," says Ines. "I did not know about the paint," says Farida. When you look round for Lien, she is back at her stall. She has a customer.
}
{
- heard == "tomasz":
  Now they all know how it looks up there. It has not made them agree.
- move == "walk":
  And you have seen the new library from inside. Wet paint until eleven, and stairs as wide as one person. Nobody else here knows.
- else:
  How it looks inside the new library this morning, nobody at the fountain can say.
}
{kids == "play":A girl puts up a wet arm. "Do we have to start at an end?" she asks. Nobody answers her.}
"You know the shelves," says Ines to you. "And you know us both," says Farida. "So what do you say?"
# response: plan
* [# answered: plan]
- -> half_past

== half_past
The town clock strikes half past nine. From the old door to the new one, people turn their heads. # passage: half-past
{kids == "pairs":Ines is still carrying books to the door. For once she is not ready.|Ines pulls on her gloves. Beside her stand the first books of every shelf.}
What did you settle on at the fountain?
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
  It is the year 1931, and it is as heavy as a dog. The grown-ups take it. Each child in between lays a hand on it as it goes by. {house:Tomasz has put one strong person on every third stair, and it goes up without a stop.|At the top it meets a staircase as wide as one person. Everything waits, and then it waits again.} At ten past ten it is the year 1972. A boy asks if there will be a story soon.
- first == "small":
  It is thin, and there is a pig on it. After it come bears and trains and the moon. Forty children shout out the names, and the lane shouts back. {house:In the hall Tomasz has laid out sheets, and there they lie in rows, until the blue is dry.|At the top, the children's room is still wet and blue. So the books go on the floor of the hall, and one heap slides into the next.} At the bottom, Ines begins her list at the end. She looks like somebody with her coat on back to front.
- else:
  It is about bees. After it come birds, boats and bridges. A child can carry two of those, and the children find a swing for it. Ines goes beside them, with a finger in two places of her list. {house:Tomasz has kept the stairs empty for later, and he waves them straight in.|At the top, one armful goes through the wrong door. Three books about boats will be blue for ever.} "And our books?" a girl asks Farida. "Ours are after twenty," says Farida. She says it twice, once for herself.
}
{
- heard == "lien":
  At half past ten Lien lifts her knife. The line opens like a curtain, and her lorry goes by so close that it could take a book along.
- else:
  At half past ten there is a horn. A lorry full of cheese stands at the bottom, and needs the whole lane. "Up now!" calls Lien. "And down again at two!" People jump to the walls. A whole armful of books lands on the wet stones. {move == "ask":But you know about the numbers. You kneel down, read the pencil, and hand them back in order.|You pick them up as they lie.}
}
{move == "count":Then everyone steps back onto a white cross. A minute later the books move again.|Then everyone looks for the old place. Some find it, and some find a better one.}
At a quarter to eleven, the books stop. The person below you holds one out. The person above you has both arms full. "They are asleep up there," somebody says. From the middle of a line, you can see two people.
* [Walk up the line until you see why. # choice: go-see]
  ~ stop = "walk"
* [Send the question up from mouth to mouth. # choice: pass-word]
  ~ stop = "word"
* [Give everyone a break where they are now. # choice: call-break]
  ~ stop = "break"
- -> still

== still
{stop == "walk":You step out of the line and climb.|{stop == "word":"Why have we stopped?" you say to the person above you, and it goes up the lane.|"Ten minutes!" you call, and the word runs both ways.}} # passage: still
{
- stop == "walk":
  Thirty steps from the top, a boy stands between two people with full arms. {kids == "pairs":It is Jun. The man in the green hat holds all his books for him.|His name is Jun, and he does not hear it.} He is reading. On the outside, the book says Drains of the Lower Valley. You look over his shoulder. Inside, a cat lives in a lighthouse.
  You send for Ines. Below you, where you are missing, nobody knew what to do, so they all went on. From the stall to the fountain there are books on the ground.
- stop == "word":
  After four minutes something comes down again. "There is a cat in the drains," says the person above you. The whole lane laughs. Two men lift a drain cover and look in. But at the old door nobody laughs. There Ines drops her list, and begins to run.
  Thirty steps from the top, a boy {kids == "pairs":called Jun is reading. The man in the green hat holds all his books for him.|is reading. His name is Jun.} On the outside, the book says Drains of the Lower Valley. Inside, a cat lives in a lighthouse.
- else:
  They put down what they hold, on walls, on steps, on window sills. Lien cuts the big cheese into a hundred pieces. People who have passed books for an hour tell each other their names. It takes twenty minutes before all of it moves again.
  Near the top, one boy has not come for cheese, so Ines takes him a piece. {kids == "pairs":It is Jun. The man in the green hat stands in front of him, to keep off the wind.|His name is Jun.} He is reading. On the outside, the book says Drains of the Lower Valley. Inside, a cat lives in a lighthouse.
}
Ines opens it at the front. Then she takes off her gloves. "It rained, in the last move," she says. "We dried the covers on a string." For twenty years it has stood there in the wrong coat. She gives it back to Jun. "Finish your page," she says. "And then it goes to shelf nine."
At ten to twelve you are in the new library with the last book of the morning. {first == "small" && not house:The blue paint is dry, and the heap in the hall is as high as your knee.|The blue paint is dry.} {first != "order":The stairs to the newspaper room are as wide as one person. }Ines is filling shelves. Far below, {first == "order":shelves eighteen to thirty are still full. All the children's books are there.|{first == "small":shelf one is still full, and so are seventeen to twenty-four. All the newspapers are there.|shelf one is still full, and so are twenty-one to thirty. All the newspapers are there, and the children's books.}}
"You have seen all of it," says Ines. "Will you tell the rowers, at one? I cannot leave this, and Tomasz {first == "order":is gluing the last shelf|has to watch the stairs}." The grown-ups go home to eat, all but ten. Farida counts heads by the bus. Down at the river, Kofi, who leads the rowers, is already tying up the first boat. You have time for one of them.
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
  "One book is slow," she says. "Two are quick. Three fall. Change sides every ten minutes, or your arm goes to sleep. And when it stops, they want to know why. It is worse than a heavy book." She looks along the windows of the bus. {first == "small":"They carried their own books," she says, and then nothing more.|{first == "order":"They never got to their own books," she says. "I will find a way to tell them."|"They would have liked their own books," she says. "But they had a job."}} The bus takes her round the corner in the middle of a wave.
- prep == "top":
  "Shelf twelve is eleven books short," says Ines. "They may be in the lane. They may be on a wrong shelf. I do not know." {first == "order":Tomasz taps the last shelf. "Thirty has wet glue. Put nothing on it before half past two."|Tomasz puts his hand on the wall. "One person goes up, and comes down, and then the next. My stairs are new. They do not like a crowd."}
  "Rowers are strong," says Ines. "They will want to take five at a time. Then I get a heap." "Let them take five," says Tomasz, "or they will still be here tonight."
- else:
  "In a boat, nobody sees where it goes," says Kofi. "Only the one who steers. So there is one voice, and the others listen. Give us one voice." He ties a knot. "And we are not thirty. Six have a race. We are twenty-four, and at three we must go."
  You run back through the square, and ask, and ask again. Six people say yes. You have had no lunch.
}
One o'clock. {prep == "kofi":Round the fountain stand twenty-four rowers, six people from the square, and the ten who stayed.|Round the fountain stand twenty-four rowers, and the ten who stayed. "Thirty of us was the plan," says Kofi, who leads them. "Six have a race. And at three we must all go."} {prep == "kofi":Forty|Thirty-four} people, for two hundred steps. How much they can carry up in two hours, nobody has ever tried.
"Big armfuls, and run," says one of the rowers. "One book each, in a line," says a woman who stayed. {move == "count":The chalk crosses are too far apart for a smaller line.|The lane looks longer than it did this morning.} Lien begins to pack up her stall, because her lorry comes down at two. Everyone looks at you.
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
{prep == "kofi":At twenty-five to three|At a quarter to three}, shelf thirty goes up. The rowers pass on the pig, the bears and the moon. # passage: ending-red-chairs
One of them shouts out the names, because it seems wrong not to. Then the old library is empty, and it has an echo. Ines walks along all thirty shelves, and not one book stands in a wrong place. In the blue room there are ten red chairs, with nobody on them.
-> coda ->
{heard == "reasons":On Tuesday Ines takes a box of thin books, and walks to the school.|Ines looks at the ten red chairs. Then she looks up the number of the school.}
-> END

== last_years
At three the rowers must go. The newspapers from 1931 to {prep == "kofi":1990 are upstairs. The other ten years|1978 are upstairs. The other years} lie in the hall. # passage: ending-last-years
Tomasz carries up one more, alone. Then he sits down on it. {house:In the blue room every thin book is in its place. Ines filled it from the sheets in half an hour.|In the blue room Ines sits on the floor, in six shelves of thin books. She opens each one, and reads the number.} In one of them is a note, in a child's writing. "I carried this."
-> coda ->
{prep == "top":On the new stairs, two people meet in the middle. "One at a time!" calls Tomasz from the hall.|In the hall, somebody is reading the news of {prep == "kofi":1993|1983}. He has sat down on {prep == "kofi":1994|1984}.}
-> END

== one_voice
There is a beat in the lane now, because the rowers cannot carry without one. At half past two the last year of news is on the stairs. # passage: ending-one-voice
Ten minutes later the pig and the bears go up too, from one large hand to the next. Then there is nothing left below but marks on the wall. "All in," says Kofi, and he has to run for his boat. Ines sits on a red chair and shuts her eyes. She still hears it, she says. In, out. In, out.
-> coda ->
A rower stands in front of the blue room with wet hair. He wants to know how the one with the pig ends.
-> END

== four_shelves
At three the rowers must go. All the news is upstairs. But at the bottom of the lane, four shelves are still full. # passage: ending-four-shelves
They are twenty-seven to thirty. Ines locks the old door, and stands there for a moment with the key. Then she rings up Farida, and asks if her class is free on Monday morning.
-> coda ->
Then there is a noise at the bottom of the lane. {kids == "lane":Thirty-four|Forty} children have come back for their books. {prep == "farida":"Two at a time," says Farida. "Three fall."|The pig comes first.}
-> END

== coda
Monday, nine o'clock. {move == "walk":The new door stands open, with your stone under it.|{move == "count":In the lane, two girls jump from one white cross to the next.|The new door falls shut behind each person who comes in.}} {kids == "pairs":A man in a green hat has come for The Lighthouse Cat. "Two of us are reading it," he says. "The other one has it after school."|{kids == "play":The Lighthouse Cat is back on shelf nine. Beside it, a book about bees has dried in waves, where a wet sleeve lay.|The Lighthouse Cat is on loan to a boy called Jun. He is in bed with a cold, like five more of his class.}}
{stop == "walk":Tomasz is still finding books from the lane, behind flower pots.|{stop == "word":In the window hangs a drawing of a cat that looks out of a drain. Everyone in town knows what it means.|People greet each other by name at the desk, and one of them still smells of cheese.}} {prep == "top":Shelf twelve is full again. A rower found the eleven books under the cheese stall.|On shelf twelve there is a gap, eleven books wide. Ines has looked at it since Saturday noon.} {prep == "farida" && first != "middle":On the mat lies a letter from Farida's class. "How did it end?" it says, and below are forty names.}{prep == "kofi":Kofi is there to get his first library card. "One voice," he says to the people in the line, and they laugh.}
{heard == "reasons":Beside the door Ines has hung up a paper, with all the names of the class. They were there, it says at the top.|{heard == "lien":Lien has brought a paper with the hours of her lorry, for the whole year. It hangs beside the desk.|On a white wall there is one blue hand, where Tomasz forgot. Ines has asked him to leave it there.}} The wooden block lies on Ines's desk. She has turned it round, and the back is still empty.
->->
