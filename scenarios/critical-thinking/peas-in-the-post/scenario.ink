# title: Peas in the post

// The calendar and the hostile answers are in docs/content/peas-in-the-post.md.
// What the story remembers. Each is planted once and comes back later.
VAR look = "none"    // boxes: kept from the press. book: the days are known. bo: he knows that he is suspected.
VAR call = "none"    // where, how, picture (it comes in the night)
VAR ask = "none"     // pilar: she washes half the tubs in the yard. van: Bo tapes the gap. rain: Amina is more certain.
VAR night = "none"   // shelf, watch, ride
VAR more = "none"    // drain, pour, ring
VAR voice = "none"   // joris, pilar, bo

Thursday, twenty to seven in the morning. On the table stands a cardboard box that a customer has sent back. It smells like a pond. # passage: opening
You have packed seeds here for two months. This is the first time that you see a box come back.
Joris, who answers the phone and the letters, cuts it open. The paper bags are wet, and the peas have begun to grow. Each one has a small white root. "Number six," says Joris. "Six wet boxes in three weeks. Before that, not one in four years." He puts three of the peas into his coffee cup, with some earth.
Amina owns the seed house. She turns a pea in her fingers. "Three weeks," she says. "And for three weeks Bo has been our driver."
Bo is out in the yard, behind his van. One of its back doors does not shut, and rain can come in. He pushes a folded glove into the gap, as he does every morning. At seven he drives off with the boxes that you packed the day before.
"Tomorrow he takes sixty boxes of peas to sixty schools," says Amina. "On Monday they all want to plant. The office of the van firm is closed until eight tomorrow. Then I will ask for another driver, unless one of you knows better."
Those sixty are your work today. At five you will stack them in the bay, the covered place where the van is loaded. They spend the night there, because seeds must stay cool and all the other rooms are heated. You stack on the floor, along the wall of the washing room, out of the wind. The rest of the bay must stay free for the van. In the afternoon that floor is dry. The shelves in the bay are full of flower pots.
Twenty minutes until the van leaves. The order book lies in the office. The other five wet boxes stand under the table. At seven Joris puts old boxes into the press, which makes them flat. After that, nobody can see where they were wet.
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
  Five have been wet underneath, up to the height of a thumb. Their tops are dry, and you can read every label. The sixth has been wet on top, and its bottom is hard and dry. The ink on its label has run, so the name cannot be read. "I had to guess that one," says Joris.
  You ask him to keep them out of the press. He looks at his floor and sighs, but he keeps them. When you go to the bay, Bo has loaded forty boxes alone, and the van has gone.
- look == "book":
  Six wet boxes. Two left here on a Tuesday, three on a Friday, and one on a Wednesday. You check it twice. Bo drives every day from Monday to Friday.
  Behind you the press goes down with a long breath. All six boxes are in it. You ask Joris where they were wet. "I did not look," he says. He thinks. "One was wet on top. The ink on its label had run, so I had to guess the name. The other labels I could read."
- else:
  "From the floor into the van," he says. "From the van to the door. What else is there?" He puts one down. "Some mornings the low boxes are soft. I thought you packed them like that." Why do you ask, he wants to know. You say something about peas. He looks past you, at Amina in the window, and at the wet box in her arms. He drives off without lifting his hand.
  When you come in, the press goes down with a long breath. All six boxes are in it. "One was wet on top," says Joris. "The ink on its label had run, so I had to guess the name. The other labels I could read."
}
Half past nine. Joris is on one phone when the other one rings, so you pick it up.
"Your box came wet," says a woman. "The beans are wet too. I thought you should know." She is a teacher. Behind her you hear children on the stairs. "I have half a minute," she says.
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
  "Underneath," she says. "There is a wet mark where it stood. The top is dry. It has my name on it, in your nice blue ink." Then the children arrive, and she is gone. You did not ask when it came, or in what weather.
- call == "how":
  "On Tuesday, before lunch. The driver put it into my hands, and I carried it in. We have had sun all week." Then the children arrive, and she is gone. You did not ask where on the box it is wet.
- else:
  Then the children arrive, and she is gone. You write "seven" on a piece of paper. Until tonight that is all you know about it.
}
Two o'clock. You have packed forty of the sixty.
Bo comes back with the empty van. In the washing room, Pilar is putting on her boots. She washes tomato seeds there, in tubs. When you go home at five, she is still at work.
By the window hangs Amina's rain book. She has written down the rain of every day since she was nineteen. Just now she is standing next to it.
If you pack fast, you can spare a quarter of an hour.
* [Ask Pilar what she does in the evenings. # choice: ask-pilar]
  ~ ask = "pilar"
* [Look at the van door with Bo. # choice: see-van]
  ~ ask = "van"
* [Read three weeks of the rain book. # choice: read-rain]
  ~ ask = "rain"
- -> tea

== tea
{ask == "pilar":"I wash," says Pilar.|{ask == "van":{look == "bo":"I thought you would come," says Bo.|"It is not pretty," says Bo.} He pulls out the glove.|The pages are soft from use.}} # passage: tea
{
- ask == "pilar":
  "Mondays and Thursdays are my tomato days. At eight I hose the floor, and the water goes to the drain by the bay. It is a slow drain. Joris has the iron bar for its cover at home, and he brings it tomorrow." She pulls on the other boot. "Then I shut the bay door, because there is a wind, and I go home." Has she seen the boxes behind it? "What boxes? It is dark in there." She looks at her hose, and at you, and at the hose.
- ask == "van":
  The gap is as wide as a finger, high up on the left. Under it, on the inside, is a brown line where water has run down. The floor of the van is dry, and grey with old dust. "In heavy rain it drips on one spot," says Bo. "Mostly I put nothing there." When you look out again, he is closing the gap with brown tape.
- else:
  In three weeks there are two days with rain. There was a little on a Sunday, and a lot on a Wednesday. For all the other days she has drawn a small sun. Amina reads over your shoulder. She lays a finger on the Wednesday. "There," she says. "Hard rain. And who was driving?"
}
Four o'clock. Tea, and everybody sits down but Amina. She has written the number of the van firm on her hand. Bo has gone home with the van.
"I do not like it," she says. "But it began when he began. His door does not shut. And he has been late twice."
"We have the thin boxes now," says Joris. "Since January." "So it is the boxes?" "I only say that they are thin. We could wrap them in plastic." "Seeds go bad in plastic," says Amina. Joris moves his cup with the peas into the sun. "I liked the old van. It took the boxes away at five in the afternoon. Bo comes at seven in the morning, so now everything stands in the bay all night."
{look == "boxes":The six boxes stand in a row along the wall, because you kept them. "Wet is wet," says Amina.|In the yard stands the bale from the press, tied with string.} {ask == "pilar":Pilar looks into her tea. "Today I have washed four tubs in the yard, after your question," she says. "The other four I must wash inside. Later the yard is dark. Tomatoes go bad if they wait, and the floor must be hosed."|Pilar blows on her tea. "I never see the boxes," she says. "I only see tomatoes. There are eight tubs for tonight, and they go bad if they wait."}
"You have thought about this all day," Amina says to you. "The sixty leave at seven, and I ring at eight. So what do you say?"
# response: tonight
* [# answered: tonight]
- -> five

== five
Five o'clock. Sixty boxes stand on the table, each with the name of a school in blue ink. Behind the wall, water runs into one of Pilar's tubs. # passage: five
"It is your stack," says Amina, with her coat on. After tea, three plans are left. There is no wood here to put under the boxes. To use the shelves, you have to carry away the flower pots. Tomorrow at seven the van is here.
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
  The sixty are up on the shelves, and dry. You carried flower pots until half past seven last night, and your arms still hurt. On the floor, along the wall, stand six empty boxes. You turn them over. {ask == "pilar":Two are dark and soft underneath, up to the height of a fingernail.|Four are dark and soft underneath, up to the height of a thumb.} They are the ones close to the washing room door. The others are dry. Nobody was there to see it happen.
- night == "watch":
  Last night you sat in the bay on a chair, with a torch. At eight you heard the hose. Then water came along the floor from the washing room. {ask == "pilar":It stopped at the first four boxes.|It went along the wall, under the lowest row.} You got up and lifted {ask == "pilar":all four|fourteen boxes} up between the flower pots. The first was soft underneath by then, but its peas are dry. You stayed until one, and no more water came. Your socks are still wet, and you have slept four hours.
- else:
  You have your thick coat on, for the ride. Bo takes the first box off the floor, and stops. It is soft underneath. So is the next. You count {ask == "pilar":four|fourteen} of them, all along the wall, close to the washing room door. The van has not moved yet. Joris opens the last sack of peas and ties on an apron. The two of you pack {ask == "pilar":four boxes|fourteen boxes} again, so there is no time to ride.
}
{
- ask == "pilar":
  On the washing room door hangs a piece of paper. "Four tubs inside, and the floor at eight. Pilar."
- else:
  On the washing room door hangs Pilar's plan. "Mondays and Thursdays, eight tubs. At eight, hose the floor." Joris has seen that you are reading it. "The water goes to the drain by the bay," he says. "It is a slow drain."
}
{call == "picture":At nine last night the teacher's picture came. It shows her box from the side. It is dark from the bottom up to the height of a thumb, and dry above. Three pale dots stick to it. Joris makes them bigger. "Tomato seeds," he says. "I think." Under the picture she has written, "It came on Tuesday."}
Bo begins to load. Amina will be here at eight. Before that there is time to look at one more thing.
* [Open the drain and look what is inside. # choice: open-drain]
  ~ more = "drain"
* [Pour a can of water over the van. # choice: pour-water]
  ~ more = "pour"
* [Ring customers who never sent a box back. # choice: ring-customers]
  ~ more = "ring"
- -> voices

== voices
{more == "drain":Joris has brought an iron bar, and the two of you lift the cover of the drain.|{more == "pour":You put an empty box into the van, climb on a chair and pour.|People with gardens get up early. Of the four you ring, three are awake.}} # passage: voices
{
- more == "drain":
  Under it lies something grey, like a wet hat. It is old tomato skins. You pull, and it comes out in one piece. The water in the drain goes down at once. "It was slow at Christmas," says Joris. "Or was that Easter?" Now nobody can try again how the floor was before.
- more == "pour":
  {ask == "van":The brown tape holds for a moment. Then it comes off. A|For a moment nothing happens. Then a} thin line of water runs down the inside of the door, high up on the left. It drips on one spot, as big as a plate. The rest of the van stays dry. Your empty box stands on that spot. Its top is wet now, and the ink on its label runs. Bo takes everything out again and dries the van with his jacket. He says nothing.
- else:
  All three had boxes that left here on a Friday. The first was dry. The bottom of the second was not flat any more. "I thought cardboard is like that," says a woman. The third was wet. "I dried the beans on a towel," says the man. "I did not want to make trouble." All this time the phone was busy. Amina has tried to ring, twice.
}
Twenty past seven. Bo has waited for you, and now he has his hand on the key. Joris puts out the lights in the bay.
You will write down for Amina what you think about it all. Before you do, you can hear one more person.
* [Tell Joris, and ask him what speaks against it. # choice: ask-joris]
  ~ voice = "joris"
* [Call Pilar at home, and tell her about it. # choice: call-pilar]
  ~ voice = "pilar"
* [Stop Bo, and ask him how he sees it. # choice: stop-bo]
  ~ voice = "bo"
- -> page

== page
{voice == "joris":"Two things," says Joris, and sits down. The van drives out of the yard.|{voice == "pilar":It rings eleven times. The van drives out of the yard.|Bo takes his hand off the key.}} # passage: page
{
- voice == "joris":
  "Pilar has hosed that floor for nine years. Six wet boxes came back, all in the last three weeks. Your page has to say why. And hundreds of boxes have stood there on those nights. Seven people complained. What about all the others?" He is enjoying himself. Both phones ring, and he lets them.
- voice == "pilar":
  "I have hosed that floor for nine years," says Pilar, who was asleep. "And for nine years there was nothing behind that door at night but wind." Then it is quiet. "Now your boxes stand there," she says. "It is a good wall. On the other days."
- else:
  {
  - look == "bo":
    "I told you yesterday," he says. "Some mornings the low boxes are soft. Two days a week or so. I never thought about which."
  - else:
    "Some mornings the low boxes are soft," he says. "Two days a week or so. I thought you packed them like that."
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
Amina reads your page standing up. Then she reads it sitting down. She picks up one of the six empty boxes and turns it over. "An empty one," she says. "I would like to see a full one next to it." # passage: ending-flower-pots
She goes out and lays her hand flat on the floor of the bay. Then she shuts the office door, and you hear her talk on the phone for a long time.
-> coda ->
The flower pots still have no place to live. They stand on the stairs, and everybody steps over them.
-> END

== wet_socks
Amina reads your page standing up. Then she reads it sitting down. She looks at your socks on the heater. "You were there," she says. "Once." # passage: ending-wet-socks
She goes out and lays her hand flat on the floor of the bay. Then she shuts the office door, and you hear her talk on the phone for a long time.
-> coda ->
And one box comes back dry. A man had ordered leeks, and found sunflowers. You had packed it on that Friday, after four hours of sleep.
-> END

== four_boxes
Amina reads your page standing up. Then she reads it sitting down. She takes the wet boxes in her arms. "Four," she says. "Four of sixty." # passage: ending-four-boxes
She goes out and lays her hand flat on the floor of the bay. It is nearly dry. Then she shuts the office door, and you hear her talk on the phone for a long time.
-> coda ->
In the garden behind the yard there are peas as well. They grow in four rows, one row for each wet box.
-> END

== last_sack
Amina reads your page standing up. Then she reads it sitting down. She counts the wet boxes with her finger. "Fourteen," she says. "And the van was nearly loaded." # passage: ending-last-sack
She goes out and lays her hand flat on the floor of the bay. When she lifts it, it is wet. Then she shuts the office door, and you hear her talk on the phone for a long time.
-> coda ->
There are no peas left to sell this spring. Joris has to say so on the phone, eleven times a day.
-> END

== coda
On Monday at seven it is Bo who drives into the yard. His firm has nobody else before the summer, he says. {look == "bo":He does not lift his hand yet. On Thursday he does.|He lifts his hand, as he always does.} The floor of the bay is dry. In the washing room, Pilar's tubs stand empty.
{more == "drain":The grey lump lies in a bucket by the drain. Joris says that it still smells of tomato.|{more == "pour":Everybody looks at the van door now when they walk past it. It does not rain.|A letter comes from the man with the towel. In it is a photo of beans, as high as his dog.}}
{
- voice == "joris":
  By Joris's phone hangs a piece of paper with his two questions. Under them there is room.
- voice == "pilar":
  When Pilar comes to work, she now looks into the bay first. Before, she went straight to her tubs.
- else:
  In the van hangs a calendar. Bo has marked the day of the big rain on it, with your blue pen.
}
{look == "boxes":The six old boxes are still in the row where you put them. Someone has written a number on each.|In the yard, somebody has turned the bale round. On that side is a label with a blue mark where a name was.}
In May one more box comes back. It is wet on all sides, and nobody at the post can say where it has been. In Joris's cup the peas have reached the phone, and one has taken hold of the cord.
->->
