# title: Longer than Saturday

// What the story remembers. Each is planted once and comes back later.
VAR box = "none"      // show: four bars in the shop. price: a number on a bus ticket. dilip: the strap is seen, the glue goes hard.
VAR boy = "none"      // ask: "when it is quiet". try: the warm mouthpiece. ticket: he sits beside Mrs Tanaka.
VAR bench = "none"    // worry: nine, and he says so. tea: ten and one. guard: eleven, and a shut door.
VAR trumpet = "none"  // stays, home, waits
VAR call = "none"     // his: for Sami to tell. ask: Ms Brandt wonders. fault: Ms Brandt knows.
VAR accordion = "none" // sold, week, home

Thursday, three in the afternoon. It has rained since breakfast, and the whole street smells of wet dog. In here it smells of oil, wood and glue. # passage: opening
You have worked at this counter for two weeks. People bring you flutes, drums, a violin that a cat had slept in. You write a ticket with a number, and you carry the thing through the curtain to Dilip.
Dilip does the repairs, which takes years to learn. The shop sells and repairs, and it lends nothing out. In nineteen years he has never been late. He whistles when he works. Today he does not.
The owner is away until Monday. On her way out she wrote on the board: Town band, 11 pieces, Saturday at nine. She had not asked Dilip. He read it when she had gone. The band plays on Saturday at ten, in the market hall. Ms Brandt leads it. She is a teacher, and until five she takes no calls.
Beside the curtain there is a small room with carpets on its walls. People play in there, and nobody in the street can hear them. Until five a guitar teacher has it every day. After five it is empty.
The bell rings. It is Mrs Tanaka, for the third time this week. She wears her accordion on her back like a school bag. She puts it on the counter and keeps one hand on it. One strap is old. The other is new, with white thread.
"What would you give me for it?" she says. She said the same on Monday and on Tuesday, and was gone again before you had found the price. "I am only waiting for my bus," she says. "It goes at four."
* [Ask her to open it and let you hear. # choice: let-hear]
  ~ box = "show"
* [Look up the price and tell her the number. # choice: tell-price]
  ~ box = "price"
* [Ask Dilip to come out and look at it. # choice: fetch-dilip]
  ~ box = "dilip"
- -> counter

== counter
{box == "show":"Here?" says Mrs Tanaka.|{box == "price":It takes you a minute to find the page.|Dilip comes out with glue on his thumb.}} # passage: counter
{
- box == "show":
  She puts her arms through the straps and pulls. Before there is any note, the thing takes a breath, slow and deep. Then come four bars of a dance. A man who was looking at drumsticks turns round. Behind the curtain a tool is laid down.
  She stops in the middle and looks at the wall. "So," she says. "That is how it sounds."
  All this has taken a while. A boy came in, saw the two of you, and went out again. Now he is back, with rain in his hair.
- box == "price":
  "Four hundred," you say. Mrs Tanaka writes it on the back of a bus ticket. She folds the ticket in two and does not read it again. "Thank you," she says. "That is all I wanted to know."
  She does not go. She sits down on the bench at the window, with the accordion against her knees. Behind her a boy has come in, and it is his turn at once.
- else:
  He runs a finger along the new strap. "Who sewed this?" "I did," says Mrs Tanaka. "Last week." He looks at the white thread, and then at her. Then he looks at the clock. "The book says four hundred," he says. She nods, as if he had told her the time.
  When he gets back to his lamp, his glue has gone hard. You hear him take the flute apart a second time. The bell rings, and a boy comes in.
}
He is about thirteen. He puts a trumpet case on the counter with both hands, as if it were full of water. {box != "price":Mrs Tanaka has moved to the bench at the window, with the accordion against her knees.}
"It is broken," he says. "How long does it take? Longer than Saturday?"
You open the case. The trumpet shines. The place for the mouthpiece, the part for the lips, is empty. In it lies a sheet of music, folded as small as a stamp. The boy has one hand in his pocket, and it is closed round something.
* [Ask him what it does when he plays it. # choice: ask-boy]
  ~ boy = "ask"
* [Try the keys yourself and look for the fault. # choice: try-keys]
  ~ boy = "try"
* [Write the ticket and give him a seat. # choice: write-ticket]
  ~ boy = "ticket"
- -> workbench

== workbench
{boy == "ask":"It stops," he says. "At the beginning. When it is quiet."|{boy == "try":You press the keys, one, two, three. They go down and come up like new.|"Name?" you say. "Sami." "And what is wrong with it?"}} # passage: workbench
{
- boy == "ask":
  On the bench Mrs Tanaka looks up from her hands. He sees that she can hear him, and he stops. You wait, and nothing more comes. "It is broken, anyway," he says. So you write ticket number twelve, with his name, which is Sami.
- boy == "try":
  "They run well," you say. "Have you got the mouthpiece?" He takes it out of his pocket and lets you hold it. It is as warm as an egg. He must have held it for a long time. When you give it back, his ears are red. "Then it is something else," he says. You write ticket number twelve, with his name, which is Sami.
- else:
  He thinks about it. "Write: does not start." You write it. Ticket number twelve. He sits down on the bench beside Mrs Tanaka. After a while you hear the two of them talk, too low to follow. She shows him something with her breath. He laughs, once. Whatever it was, you missed it.
}
Behind the curtain Dilip sits under his lamp. Two cups of tea stand beside him, both full, both cold. Nine cases wait on the shelf. Two more are under the bench, pushed far back, with their faces to the wall. They have been there since Monday, and he has not opened them.
"Put it on the pile," he says. "I am fine." You had not asked.
All the same he takes the trumpet out and holds it to the light. He works the keys and looks down the pipe. "There is nothing wrong with this one," he says. "It is in better shape than I am." He finds the little sheet of music and opens it by one fold. At the top it says: Town band, Saturday. Under that somebody has written SOLO in red, which means that you play alone. He folds it up again just as it was.
"And he brings me a trumpet," says Dilip, "and keeps the mouthpiece." He picks up his flute. His hand is not quite still.
* [Ask which of the jobs worries him the most. # choice: ask-worry]
  ~ bench = "worry"
* [Fetch him a hot tea and ask him nothing. # choice: fetch-tea]
  ~ bench = "tea"
* [Say you will keep everyone out until six. # choice: keep-out]
  ~ bench = "guard"
- -> longer

== longer
{bench == "worry":He thinks for a moment.|{bench == "tea":You carry the two cold cups away and come back with one hot one.|"Could you?" says Dilip.}} # passage: longer
{
- bench == "worry":
  With his foot he points under the bench. "Those two. One is a saxophone that somebody sat on. That is two nights." He looks at the flute in his hand. "But the board says eleven." It is the most he has said all day. In the shop the bell rings, and rings again. When you come out, somebody has waited there and gone again.
- bench == "tea":
  He takes it in both hands. He drinks all of it, with his eyes shut, and the steam goes up past the lamp. "Good," he says. Then he bends over the flute again. The two cases stay where they are. You do not look at them, and he does not look at them.
- else:
  You turn the sign on the door. Soon you can hear the little hammer, quick and even. Outside, people come up, read the sign in the rain, and go. A woman with a violin under her coat reads it twice. Through the glass she looks at you.
}
The four o'clock bus drives past the window. Mrs Tanaka watches it go.
Sami is standing at the counter again. You still have his case in your hand. {boy == "ask":"It really does stop," he says, lower than before.|{boy == "try":"You do not play one yourself," he says. "So you cannot tell."|"She has played at dances for forty years," he says, and nods at the bench. "She says the first note is the worst one."}}
"And?" he says. "Is it longer than Saturday?" He looks as if he would very much like a yes.
# response: trumpet
* [# answered: trumpet]
- -> the_case

== the_case
Half past four. In the book of tickets, number twelve needs one more line: where the trumpet is until Saturday. # passage: the-case
{bench == "worry":You can hear Dilip put one tool down and not pick up the next.|{bench == "tea":You can hear Dilip at work, slowly, with long stops.|You can hear Dilip's hammer, quick and even.}} On the bench Mrs Tanaka is buttoning her glove. She has buttoned it before. Rain runs down the window.
What is to happen with the trumpet?
* [It stays on the pile here until next week. # choice: it-stays]
  ~ trumpet = "stays"
* [It goes home with Sami again this afternoon. # choice: it-goes-home]
  ~ trumpet = "home"
* [It waits here until Sami rings you tomorrow. # choice: it-waits]
  ~ trumpet = "waits"
- -> phone

== phone
When Sami goes, the bell rings over his head, and the door falls shut behind him. He cannot hear you now. # passage: phone # final
{
- trumpet == "stays":
  He walks fast, with his arms swinging. At the corner he stops. He holds a closed hand to his lips, with no trumpet behind it, and blows. Then he looks round to see if anybody saw.
- trumpet == "home":
  He carries the case in front of him in both arms, and the rain drums on it. At the corner he stops, takes it on his back, and walks on. He does not run.
- else:
  At the corner he stops and counts something on his fingers. He comes half of the way back. He counts again, and then he goes.
}
Five o'clock. Another bus drives past the window. Mrs Tanaka watches that one as well.
The telephone rings. It is Ms Brandt, who leads the town band. "All eleven, Saturday at nine?" she asks. You look through the gap in the curtain.
{
- bench == "worry":
  Dilip has heard it. He gets up, comes out, and takes the telephone from your hand. "Nine," he says. "Two of them next Wednesday. I am sorry." He holds it a little away from his ear. Then he gives it back to you, and sits down as if he had run.
- else:
  Dilip puts up his thumb and does not turn round. Under the bench stand the two cases. "His thumb is up," you say. "Good," says Ms Brandt. "That man is never late."
}
"One more thing," she says to you. "I have just come out of class. On Tuesday night Sami wrote to me that his trumpet was broken. Is it bad?"
* [Say that this is for Sami to tell her. # choice: his-to-tell]
  ~ call = "his"
* [Ask her what Saturday is like for Sami. # choice: ask-saturday]
  ~ call = "ask"
* [Tell her that Dilip could find no fault. # choice: no-fault]
  ~ call = "fault"
- -> closing_time

== closing_time
{call == "his":For a while there is only the rain in the line.|{call == "ask":"He begins," says Ms Brandt. "He stands up, and he plays eight bars alone."|"No fault," says Ms Brandt. She sounds glad.}} # passage: closing-time
{
- call == "his":
  "So there is something to tell," says Ms Brandt. "Then I will wait. I do not like it, but I will wait."
- call == "ask":
  "I gave it to him because he never asks for anything. On Tuesday the note did not come. Nobody laughed. I think that was the worst of it." Then you hear her put her pencil down. "Why do you want to know?" There is not much that you can answer. She is slow to say goodbye.
- else:
  Then she is quiet. "But he wrote to me that it was broken." You hear a pencil. "I will ring him tonight," she says. "At home."
}
A quarter to six. The last bus of the day goes at ten past. Mrs Tanaka gets up from the bench and pushes the accordion across the counter, right up to your hands.
"Take it," she says. {box == "price":The bus ticket with the number sticks out of her glove. "For the four hundred.|{box == "dilip":"For what he said, the four hundred.|"For whatever it says in your book.}} I do not want to carry it home again." Her hand is still on the new strap.
"In March I moved to the flats by the river," she says. "The walls are thin. I played for one evening, and the man next door knocked. Like this." She knocks on the counter. ONE two three, ONE two three. "So I stopped. I do not want to be a trouble to the house. It is only a thing."
{box == "show":Behind the curtain somebody has been humming the same four bars. The humming stops.|Behind the curtain the lamp moves.} "That is how a waltz goes," says Dilip. A waltz is a dance, and you count it in three. "I was playing a waltz," says Mrs Tanaka. "He knocked all the same."
He comes out to you with his sleeves rolled up{bench == "tea": and the empty cup in his hand}. {bench == "guard":On the mat lie seven bits of paper that people have pushed under the door. He steps over them.} {box == "dilip":The flute that he did twice is shining behind him.} "You can go at six," he says. "I will stay on a little. I stayed on a little yesterday. I am fine."
Neither of them has asked you for anything else. Both of them are still standing there.
# response: closing
* [# answered: closing]
- -> six

== six
Six o'clock. The street lamps come on, all at once, down to the river. At the corner stands the last bus, with its lights on. It goes in ten minutes. # passage: six
{call == "his":By the telephone lies the pad, with Sami's name and nothing after it.|{call == "ask":By the telephone lies the pad. You have written: eight bars, alone.|By the telephone lies the pad. You have written: she rings him tonight.}}
In the shop's book the accordion needs a line, too. What is to happen with it?
* [It stays here for a week and is still hers. # choice: it-is-hers]
  ~ accordion = "week"
* [She signs the paper, and the shop buys it. # choice: she-sells]
  ~ accordion = "sold"
* [She takes it home with her on the bus. # choice: on-the-bus]
  ~ accordion = "home"
- {
  - accordion == "home":
    -> three_knocks
  - accordion == "week":
    -> carpet_room
  - trumpet == "stays":
    -> empty_hands
  - else:
    -> small_thing
  }

== three_knocks
On the bus the accordion has a seat, and Mrs Tanaka stands. Late on Friday evening she puts a cushion against the wall and plays, as low as it will go. After four bars they come. ONE two three. She stops. ONE two three, says the wall, and waits. # passage: ending-three-knocks
She tells you this on Saturday, in the doorway of the market hall. She rubs her shoulder, which hurts from the carrying.
-> saturday ->
In the third piece a big man in a good coat knocks on his chair, ONE two three. He is sitting next to Mrs Tanaka. "You stopped in March," he had said to her on the stairs. "I thought I had been too loud." She begins to laugh at the wrong place in the music, and cannot stop.
On Monday you take {bench == "guard":the seven bits of paper off their nail and|a new book of tickets and} begin. Behind the curtain somebody is whistling in three.
-> END

== carpet_room
The accordion stands on the high shelf. On its label you have written: not for sale. On Friday night, says Mrs Tanaka, her hands did not know where to go. # passage: ending-carpet-room
She tells you this on Saturday, in the doorway of the market hall.
-> saturday ->
In the third piece a big man in a good coat knocks on the chair in front of him, ONE two three. Mrs Tanaka is sitting in it. She does not turn round. She looks straight ahead, and counts.
On Tuesday at six there is a light in the room with the carpets. Through the wall you hear no notes, only the long slow breath before them. On Wednesday two people go in. The room was not made for a man of that size. {bench == "guard":A woman with a violin has to wait, again.|Somebody with a guitar has to wait.}
-> END

== small_thing
The shop has an accordion to sell. Mrs Tanaka goes home with her hands free. On Friday, she says, she sat down in the bus for the first time in a week. # passage: ending-small-thing
She tells you this on Saturday, in the doorway of the market hall.
-> saturday ->
In the third piece a big man in a good coat knocks on the chair in front of him, ONE two three. Mrs Tanaka is sitting in it. She does not turn round. She looks straight ahead, and counts.
One morning the accordion is in the window, with a price on it. Mrs Tanaka stands outside for a long time. Then she comes in and points at the smallest mouth organ you have. "It is for a wall," she says. That week a girl runs a finger along the white thread in the strap. She puts her arms through and pulls, and before there is any note, the thing takes a breath.
-> END

== empty_hands
The accordion stands on the shelf, beside Sami's trumpet. Mrs Tanaka goes home with her hands free. On Friday, she says, she sat down in the bus for the first time in a week. # passage: ending-empty-hands
She tells you this on Saturday, in the doorway of the market hall.
-> saturday ->
In the third piece a big man in a good coat knocks on the chair in front of him, ONE two three. Mrs Tanaka is sitting in it. She does not turn round. She looks straight ahead, and counts.
On Monday, at ten to nine, two people stand outside the shop in the rain, one on each side of the door. One has a hand in his pocket, closed round something. The other is holding on to a strap that is not there. "Can I have it back?" asks Sami. "What would you want for it?" asks Mrs Tanaka. You have the key in your hand.
-> END

== saturday
{
- bench == "worry":
  Nine pieces came at nine, shining, as Dilip had said. One of the other two players is cross about it. Dilip stands at the back and whistles through his teeth.
- bench == "tea":
  Ten pieces came at nine. At five to ten Dilip comes in with the last one under his coat. Ms Brandt looks at the case, and then at him, and brings him a chair.
- else:
  All eleven came at nine. Dilip has a seat in the first row. He is asleep before it begins, with his mouth open, and he snores nearly in time.
}
{trumpet == "waits":On Friday Sami rang at ten to five, and at five he was there. He shut himself in with the carpets and played one note, for an hour.}
{
- trumpet == "stays":
  Sami carries the music stands. A girl with a clarinet begins in his place, and she is white as paper. She has had two days to learn it. {boy == "ticket":Sami turns to her and shows her something with his breath.|Sami's lips move with every note.}
  {call == "his":Before that he stood with Ms Brandt by the side door and talked, for a long time, mostly to his shoes. She has kept his chair for him.|{call == "ask":His chair is in its row. Ms Brandt has moved it into the middle, between two others, and she has left it free.|Ms Brandt sees his empty hands. She rang on Thursday, and somebody else picked up the telephone. She goes over to him now. You are too far away to hear.}}
- call == "his":
  By the side door Sami stands with Ms Brandt and talks, mostly to his shoes. Then he gets up in front of everybody. {boy == "ticket":He looks for Mrs Tanaka in the rows, and breathes out first.|It is very quiet.} The note breaks. He takes the mouthpiece out, warms it in his hand, and begins again. {trumpet == "waits":This time it holds, straight as a post.|This time it holds, though it shakes.}
- call == "ask":
  Ms Brandt lifts her hand, and the whole row of trumpets gets up with Sami. {boy == "ticket":He looks for Mrs Tanaka in the rows, and breathes out first.|It is not quiet for long.} They begin together, loud and not very clean. He is not alone now. It is not his beginning now, either. His face does not tell you which he minds.
- else:
  Ms Brandt rang on Thursday, so he knows that she knows. He gets up alone. {boy == "ticket":He looks for Mrs Tanaka in the rows, and breathes out first.|It is very quiet.} The note comes, right and thin, like a thread, and he gets to the end of it. Afterwards {trumpet == "waits":he stops in front of you, says nothing, and goes on|he goes out by the side door, with the case on his back}.
}
->->
