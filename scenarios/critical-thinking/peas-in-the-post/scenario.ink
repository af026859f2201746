# title: Peas in the post

// What the story remembers. Each is planted once and comes back later.
VAR look = "none"    // boxes: kept from the press. book: the days are known. bo: he knows that he is suspected.
VAR call = "none"    // where, how, picture (it comes in the night)
VAR ask = "none"     // pilar: she uses less water tonight. van: Bo tapes the gap. rain: Amina is more certain.
VAR night = "none"   // shelf, watch, ride
VAR more = "none"    // drain, pour, ring
VAR voice = "none"   // joris, pilar, bo

Thursday, twenty to seven in the morning. On the table stands a cardboard box that has been on a journey and come home. It smells like a pond. # passage: opening
You have packed seeds here for two months. You know a bean from a pea by its sound. You do not know yet what happens when a box comes back.
Joris, who answers the phone and the letters, cuts it open. The paper bags are wet, and the peas have started without the customer. Each one has a small white tail. "Number six," says Joris. "Six wet boxes in three weeks. Before that, not one in four years." He puts three of the peas into his coffee cup, with some earth.
Amina owns the seed house. She turns a pea in her fingers. "Three weeks," she says. "And how long has Bo been our driver?"
Three weeks. Bo is out in the yard, behind his van. One of its back doors does not shut. He pushes a folded glove into the gap, as he does every morning. At seven he drives off with the boxes that you packed the day before.
"Tomorrow he takes sixty boxes of peas to sixty schools," says Amina. "On Monday they all want to plant. The office of the van firm is closed until eight tomorrow. Then I will ask for another driver, unless one of you knows better."
Those sixty are your work today. At five you will stack them in the bay, the covered place where the van is loaded. You stack on the floor, along the wall of the washing room, out of the wind.
Twenty minutes until the van leaves. The order book lies in the office. The other five wet boxes stand under the table. At seven Joris starts the press, which makes old boxes flat. He likes a clear floor.
* [Turn over the wet boxes under the table. # choice: turn-boxes]
  ~ look = "boxes"
* [Look up the six in the order book. # choice: read-book]
  ~ look = "book"
* [Ask Bo in the yard how he loads. # choice: ask-bo]
  ~ look = "bo"
- -> phone

== phone
{look == "boxes":You pull the boxes into the light and turn them over, one by one.|{look == "book":The order book is thick, and it smells of onions.|Bo has a box under each arm.}} # passage: phone
{
- look == "boxes":
  Five are dark and soft underneath, as high as a thumb. Their tops are dry, and you can read every label. The sixth is the other way round. Its bottom is hard and dry. Its label has run, and the name is a blue cloud. "I had to guess that one," says Joris.
  You ask him to keep them out of the press. He looks at his floor and sighs. When you go to the bay, Bo has loaded forty boxes alone, and the van has gone.
- look == "book":
  Six wet boxes. Two left here on a Tuesday, three on a Friday, and one on a Wednesday. You check it twice. Bo drives every day from Monday to Friday.
  Behind you the press goes down with a long breath. All six boxes are in it. You ask Joris where they were wet. "Where? They were wet." He thinks. "One label had run, so I had to guess the name. The others I could read."
- else:
  "From the floor into the van," he says. "From the van to the door. What else is there?" He puts one down. "Some mornings the low ones are soft. I thought you packed them like that." Why do you ask, he wants to know. You say something about peas. He looks past you, at Amina in the window, and at the wet box in her arms. He drives off without lifting his hand.
  When you come in, the press goes down with a long breath. All six boxes are in it. "One label had run," says Joris. "I had to guess the name. The others I could read."
}
Half past nine. Joris is on one phone when the other one rings, so you pick it up.
"Your beans are swimming," says a woman. "The box came wet. I thought you should know." She is a teacher. Behind her you hear a great many feet on the stairs. "I have half a minute," she says.
That makes seven. There is time for one question.
* [Ask her where on the box it is wet. # choice: ask-where]
  ~ call = "where"
* [Ask her how it came into the school. # choice: ask-how]
  ~ call = "how"
* [Ask her to send you a picture of it. # choice: ask-picture]
  ~ call = "picture"
- -> afternoon

== afternoon
{call == "where":You hear her lift it up.|{call == "how":"How it came? By van."|"A picture," she says. "Tonight, when I am home."}} # passage: afternoon
{
- call == "where":
  "Underneath," she says. "There is a wet square on my desk now. The top is fine. It has my name on it, in your nice blue ink." Then the feet arrive, and she is gone. You did not ask when it came, or in what weather.
- call == "how":
  "Yesterday, before lunch. The driver put it into my hands, and I carried it in. We have had sun all week." Then the feet arrive, and she is gone. You did not ask where on the box it is wet.
- else:
  Then the feet arrive, and she is gone. You write down a seven on a piece of paper, and nothing after it. Until tonight that is all you know.
}
Two o'clock. You have packed forty of the sixty.
Bo comes back with the empty crates. In the washing room, Pilar is putting on her boots. She washes the flesh off the tomato seed, in tubs, and she works late. You have only ever met her coming in as you go out.
By the window hangs Amina's rain book. She has written down the rain of every day since she was nineteen. Just now she is standing next to it.
If you pack fast, you can spare a quarter of an hour.
* [Ask Pilar what her evenings look like. # choice: ask-pilar]
  ~ ask = "pilar"
* [Look at the van door with Bo. # choice: see-van]
  ~ ask = "van"
* [Read three weeks of the rain book. # choice: read-rain]
  ~ ask = "rain"
- -> tea

== tea
{ask == "pilar":"Wet," says Pilar.|{ask == "van":{look == "bo":"I thought you would come," says Bo.|"It is not pretty," says Bo.} He pulls out the glove.|The pages are soft from use.}} # passage: tea
{
- ask == "pilar":
  "On Mondays and Thursdays I wash. At eight I hose the floor, and the water goes to the drain by the bay. It is slow, that drain." She pulls on the other boot. "I shut the bay door, because there is a wind, and I go home." Has she seen the boxes behind it? "What boxes? It is dark in there." She looks at her hose, and at you, and at the hose.
- ask == "van":
  The gap is as wide as a finger, high up on the left. A brown line runs down from it on the inside. The floor of the van is dry, and grey with old dust. "In heavy rain it drips," says Bo. "So I put nothing there. Mostly." When you look out again, he is closing the gap with brown tape.
- else:
  In three weeks there are two days with rain. There was a little on a Sunday, and a lot on a Wednesday. All the other days have a small sun. Amina reads over your shoulder. She lays a finger on the Wednesday. "There," she says. "Hard rain. And who was driving?"
}
Four o'clock. Tea, and everybody sits down but Amina. She has written the number of the van firm on her hand. Bo has gone home.
"I do not like it," she says. "But it began when he began. His door does not shut. And he has been late twice."
"We have the thin boxes now," says Joris. "Since January." "So it is the boxes?" "I only say that they are thin." He moves his cup with the peas into the sun. "I liked the old van, before Bo's. It came at five in the afternoon. Now everything stands in the bay until morning."
{look == "boxes":The six boxes stand in a row along the wall, because you kept them. "Wet is wet," says Amina.|In the yard stands the bale from the press, tied with string.} {ask == "pilar":Pilar looks into her tea.|Pilar blows on her tea. "I never see a parcel," she says. "I only see tomatoes."}
"You have been walking about all day with questions," Amina says to you. "The sixty leave at seven, and I ring at eight. So what do you say?"
# response: tonight
* [# answered: tonight]
- -> five

== five
Five o'clock. Sixty boxes stand on the table, each with a school on it in blue ink. Behind the wall you hear Pilar fill the first tub. # passage: five
"It is your stack," says Amina, with her coat on. There are shelves in the bay, but they are high, and full of flower pots. Tomorrow at seven the van is here.
What was settled for tonight?
* [The sixty go on shelves, and six empty boxes below. # choice: shelf-test]
  ~ night = "shelf"
* [The sixty stand on the floor, and you watch them. # choice: watch-bay]
  ~ night = "watch"
* [The sixty stand as always, and you ride with Bo. # choice: ride-along]
  ~ night = "ride"
- -> seven

== seven
Friday, ten to seven. It has not rained. # passage: seven # final
{
- night == "shelf":
  The sixty are up on the shelves, and dry. You carried flower pots until half past seven last night, and your arms have not forgotten it. On the floor, along the wall, stand six empty boxes. You turn them over. {ask == "pilar":Two are dark underneath, as high as a fingernail.|Four are dark underneath, as high as a thumb.} They are the ones close to the washing room door. The others are dry. Nobody was there to see it happen.
- night == "watch":
  Last night you sat in the bay on a sack of beans, with a torch. At eight you heard the hose. Then something dark and shiny came out under the washing room door, without a sound. {ask == "pilar":It stopped at the first four boxes.|It went along the wall, under the lowest row.} You got up and lifted {ask == "pilar":all four|fourteen boxes} onto sacks. The first was soft by then. You stayed until one, in case it came back. So now the sixty are dry. Your socks are not, and you have slept four hours.
- else:
  You have your thick coat on, for the ride. Bo takes the first box off the floor, and stops. It is soft underneath. So is the next. You count {ask == "pilar":four|fourteen} of them, all along the wall, close to the washing room door. The van has not moved yet. So nobody rides. Joris opens the last sack of peas, ties on an apron, and packs {ask == "pilar":four boxes|fourteen boxes} again.
}
{
- ask == "pilar":
  On the washing room door hangs a piece of paper. "I took half the water. Pilar."
- else:
  Pilar's hose hangs on its hook, and drips. "Tomato days," says Joris. "Mondays and Thursdays. At eight she hoses the floor, and the water goes to the drain by the bay. It is slow." Everybody knew that. Nobody had ever needed it.
}
{call == "picture":At nine last night the teacher's picture came. It is the bottom of a box, dark as high as a thumb. Three pale dots stick to it. Joris makes them bigger. "Tomato seed," he says. "Or porridge."}
Bo begins to load. Amina will be here at eight. Before that there is time to look at one more thing.
* [Open the drain and look what is inside. # choice: open-drain]
  ~ more = "drain"
* [Pour a can of water over the van. # choice: pour-water]
  ~ more = "pour"
* [Ring customers who never sent a box back. # choice: ring-customers]
  ~ more = "ring"
- -> voices

== voices
{more == "drain":The drain cover is heavy, and it has not been lifted for a long time.|{more == "pour":You climb on a crate and pour.|People with gardens get up early. Of the four you ring, three are awake.}} # passage: voices
{
- more == "drain":
  Under it sits something grey, like a wet hat. Tomato skins. You pull, and it comes out whole. The drain takes a long drink. "It was slow at Christmas," says Joris. "Or was that Easter?" One thing is certain. The floor will not do again what it did last night.
- more == "pour":
  {ask == "van":The brown tape holds for a moment. Then it lets go. A|For a moment nothing happens. Then a} thin line of water runs down the inside of the door, high up on the left. It drips on one spot, no bigger than a plate. The rest of the van stays dry. But on that spot stands a box for a school, and its label turns into a blue cloud. Joris goes to pack it again. He says nothing, in a loud way.
- else:
  All three had boxes that left here on a Friday. The first was dry. The second had waves along the bottom. "I thought that is how cardboard is." The third was wet. "I dried the beans on a towel," says the man. "I did not want to make trouble." The line has been busy for twenty minutes. Amina has tried to ring, twice.
}
Twenty past seven. Bo has waited for you, and now he has his hand on the key. Joris puts out the lights in the bay.
You will write down for Amina what you make of it all. Before you do, you can hear one more voice.
* [Tell Joris, and let him look for holes. # choice: ask-joris]
  ~ voice = "joris"
* [Call Pilar at home, and tell her everything. # choice: call-pilar]
  ~ voice = "pilar"
* [Stop Bo, and hear how he sees it. # choice: stop-bo]
  ~ voice = "bo"
- -> page

== page
{voice == "joris":"Holes," says Joris, and sits down. The van drives out of the yard.|{voice == "pilar":It rings eleven times. The van drives out of the yard.|Bo takes his hand off the key.}} # passage: page
{
- voice == "joris":
  "Here is one. Pilar has hosed that floor for nine years. Why now? And here is another. How many boxes have stood there on those nights? Hundreds. Seven people complained. What about all the others?" He is enjoying himself. Both phones ring, and he lets them.
- voice == "pilar":
  "My floor?" says Pilar, who was asleep. "For nine years I have hosed that floor. And for nine years there was nothing behind that door but wind." Then it is quiet. "Who puts the boxes there?" You do. "Well," says Pilar. "It is a good wall. On the other days."
- else:
  {
  - look == "bo":
    "I told you yesterday," he says. "Soft, some mornings. Two days a week or so. I never thought about which."
  - else:
    "Some mornings the low ones are soft," he says. "Two days a week or so. I thought you packed them like that."
  }
  He looks at the glove on the seat. "And in the big rain one got wet from my door. I think. It was my second week, so I said nothing." It is a quarter to eight when he drives off. The first school is already open.
}
Now it is quiet, and the page in front of you is empty. On the table stands Joris's cup. One of the peas has a green point.
# response: page
* [# answered: page]
- {
  - night == "shelf":
    -> flower_pots
  - night == "watch":
    -> wet_socks
  - ask == "pilar":
    -> four_boxes
  - else:
    -> last_sack
  }

== flower_pots
Amina reads your page standing up. Then she reads it sitting down. She picks up one of the six empty boxes. "And a full one?" she says. "Would it drink the same?" # passage: ending-flower-pots
She goes out and lays her hand flat on the floor of the bay. Then she shuts the office door, and rings.
-> coda ->
The flower pots still have nowhere to live. They stand on the stairs, and everybody steps over them.
-> END

== wet_socks
Amina reads your page standing up. Then she reads it sitting down. She looks at your socks on the heater. "You saw it," she says. "Once." # passage: ending-wet-socks
She goes out and lays her hand flat on the floor of the bay. Then she shuts the office door, and rings.
-> coda ->
And one box comes back dry. A man had ordered leeks, and found sunflowers. You had packed it on that Friday, after four hours of sleep.
-> END

== four_boxes
Amina reads your page standing up. Then she reads it sitting down. She takes the wet boxes in her arms. "Four," she says. "Four of sixty." # passage: ending-four-boxes
She goes out and lays her hand flat on the floor of the bay. It is nearly dry. Then she shuts the office door, and rings.
-> coda ->
In the garden behind the yard there are peas as well. They stand in a square, with one side for each wet box.
-> END

== last_sack
Amina reads your page standing up. Then she reads it sitting down. She counts the wet boxes with her finger. "Fourteen," she says. "And they might have been on their way by now." # passage: ending-last-sack
She goes out and lays her hand flat on the floor of the bay. It comes back dark. Then she shuts the office door, and rings.
-> coda ->
There are no peas left to sell this spring. Joris has to say so on the phone, eleven times a day.
-> END

== coda
On Monday at seven it is Bo who drives into the yard. His firm has nobody else before the summer, he says. {look == "bo":He does not lift his hand yet. On Thursday he does.|He lifts his hand, as he always does.} Along the wall of the bay lies a low floor of wooden slats. Joris made it at the weekend. "For the broom," he says.
{more == "drain":The grey hat hangs on a nail by the drain. Now the water is gone in a minute, and nobody can say how high it used to stand.|{more == "pour":There is new rubber round the van door. Everyone waits to see what it can do. It does not rain.|A letter comes from the man with the towel. In it is a photo of beans, as high as his dog.}}
{
- voice == "joris":
  Joris has begun a list of every box that goes out, wet or dry. Before, he only had a list of the ones that came back.
- voice == "pilar":
  At eight in the evening Pilar now knocks on the bay door before she hoses. There is never anybody there. She knocks all the same.
- else:
  On the wall of the van hangs a calendar. Bo makes a cross on it for each soft box. So far there are two crosses, and a question mark.
}
{look == "boxes":The six old boxes are still in the row where you put them. Someone has written a number on each.|In the yard, somebody has turned the bale round. There is a label on that side, with a blue cloud where a name was.}
In May one more box comes back. {more == "pour":Nobody at the post can say where it has been. It is wet on all sides.|It is wet on top. That day, the rain book says, there was rain.} In Joris's cup the peas have reached the phone, and one has taken hold of the cord.
->->
