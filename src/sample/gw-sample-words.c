/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the sample: a data table. Nobody here is anybody. */
#include "config.h"

#include "gw-sample-words.h"

#include "gw-choices.h"

enum
{
  ENGLISH,
  WELSH,
  POLISH,
  CARIBBEAN,
  SOUTH_ASIAN,
  NIGERIAN
};

const GwSampleHeritage gw_sample_heritages[] = {
  [ENGLISH] = {
    52, NULL, 0, 2, FALSE,
    { "Vera", "Doreen", "Olive", "Joyce", "Edna", "Hilda", "Maureen", "Beryl", "Iris", "Sheila" },
    { "Ernest", "Bert", "Harold", "Frank", "Cyril", "Walter", "Norman", "Stanley", "Arthur", "Ken" },
    { "Holly", "Beth", "Carly", "Jess", "Steph", "Lorna", "Tess", "Zoe", "Kerry", "Abbie" },
    { "Callum", "Josh", "Liam", "Ryan", "Craig", "Luke", "Nathan", "Toby", "Dale", "Kieran" },
    { "Hadley", "Whitlock", "Pickering", "Askew", "Lomas", "Fairley", "Sandford", "Hobday",
      "Thackray", "Larkin" },
  },
  [WELSH] = {
    9, "Welsh", 0, 1, FALSE,
    { "Gwen", "Megan", "Blodwen", "Eluned", "Myfanwy", "Olwen", "Mair", "Dilys", "Glenys", "Nesta" },
    { "Idris", "Emrys", "Ifor", "Gwilym", "Trefor", "Elwyn", "Arwel", "Hywel", "Ieuan", "Alun" },
    { "Nia", "Cerys", "Ffion", "Seren", "Carys", "Lowri", "Elin", "Mali", "Bethan", "Sian" },
    { "Gethin", "Rhodri", "Iestyn", "Steffan", "Macsen", "Owain", "Ioan", "Dewi", "Aled", "Emyr" },
    { "Parry", "Prosser", "Cadwell", "Meredith", "Gittins", "Probert", "Vaughan", "Penry", "Havard",
      "Tudor" },
  },
  [POLISH] = {
    11, "Polish", 0, 2, FALSE,
    { "Jadwiga", "Halina", "Zofia", "Irena", "Wanda", "Krystyna", "Danuta", "Teresa", "Barbara",
      "Helena" },
    { "Stanisław", "Zbigniew", "Tadeusz", "Henryk", "Kazimierz", "Jerzy", "Ryszard", "Józef",
      "Wacław", "Edmund" },
    { "Marta", "Kasia", "Ola", "Ewa", "Agnieszka", "Magda", "Justyna", "Iwona", "Beata", "Gosia" },
    { "Paweł", "Marek", "Tomasz", "Piotr", "Bartek", "Łukasz", "Kuba", "Adam", "Wojtek", "Rafał" },
    { "Zielińska", "Wrona", "Kubiak", "Sikora", "Pawlak", "Dudek", "Mazur", "Gajda", "Bielak",
      "Jurek" },
  },
  [CARIBBEAN] = {
    10, NULL, 4, 6, TRUE,
    { "Icilda", "Myrtle", "Hyacinth", "Cynthia", "Sylvia", "Merle", "Ivy", "Pearl", "Enid", "Verna" },
    { "Winston", "Clive", "Desmond", "Neville", "Egbert", "Lloyd", "Roy", "Vernon", "Alvin",
      "Carlton" },
    { "Shanice", "Jade", "Simone", "Tanisha", "Keisha", "Renee", "Monique", "Chantelle", "Tiana",
      "Kiara" },
    { "Denzil", "Jermaine", "Andre", "Leon", "Tyrone", "Marlon", "Kemar", "Romario", "Curtis",
      "Delroy" },
    { "Broomfield", "Bramwell", "Grange", "Pennant", "Cuffy", "Darlington", "Lindo", "Thorpe",
      "Mayers", "Sewell" },
  },
  [SOUTH_ASIAN] = {
    11, "Punjabi, Urdu", 3, 4, TRUE,
    { "Surinder", "Kamla", "Nasreen", "Razia", "Savitri", "Amarjit", "Shanta", "Zubeida", "Usha",
      "Pushpa" },
    { "Ali", "Mohan", "Harbans", "Yusuf", "Gurdev", "Karim", "Ramesh", "Bashir", "Anil", "Iqbal" },
    { "Priya", "Amina", "Simran", "Sana", "Anjali", "Hina", "Meera", "Fariha", "Jasleen", "Nadia" },
    { "Dev", "Imran", "Arjun", "Bilal", "Rohan", "Sunny", "Haris", "Vikram", "Zain", "Kiran" },
    { "Rahman", "Menon", "Rathod", "Gill", "Sohal", "Mirza", "Parmar", "Dhillon", "Qureshi", "Vyas" },
  },
  [NIGERIAN] = {
    7, "Yoruba, Igbo", 5, 6, TRUE,
    { "Nkechi", "Folake", "Abeni", "Ngozi", "Yetunde", "Ifeoma", "Bisi", "Adaeze", "Ronke", "Uju" },
    { "Babatunde", "Emeka", "Sunday", "Obinna", "Femi", "Kayode", "Uche", "Tunde", "Ikenna", "Segun" },
    { "Blessing", "Chioma", "Grace", "Temi", "Amaka", "Joy", "Tolu", "Ebele", "Funmi", "Kemi" },
    { "Chidi", "Ade", "Kelechi", "Dayo", "Nnamdi", "Tobi", "Eze", "Jide", "Seyi", "Olu" },
    { "Okoro", "Adeyemi", "Eze", "Balogun", "Nwosu", "Afolabi", "Oduya", "Ojo", "Umeh", "Akande" },
  },
};
const guint gw_sample_n_heritages = G_N_ELEMENTS (gw_sample_heritages);

const GwSampleCast gw_sample_people_cast[] = {
  { "Rose", "Tanner", GW_GENDER_WOMAN, ENGLISH },
  { "Ali", "Rahman", GW_GENDER_MAN, SOUTH_ASIAN },
  { "May", "Whitlock", GW_GENDER_WOMAN, ENGLISH },
  { "Icilda", "Broomfield", GW_GENDER_WOMAN, CARIBBEAN },
  { "Jo", "Pickering", GW_GENDER_WOMAN, ENGLISH },
  { "Sam", "Oduya", GW_GENDER_MAN, NIGERIAN },
  { "Tom", "Hadley", GW_GENDER_MAN, ENGLISH },
  { "Gwen", "Parry", GW_GENDER_WOMAN, WELSH },
  { "Stanisław", "Kubiak", GW_GENDER_MAN, POLISH },
  { "Vera", "Hobday", GW_GENDER_WOMAN, ENGLISH },
  { "Surinder", "Gill", GW_GENDER_WOMAN, SOUTH_ASIAN },
  { "Bert", "Lomas", GW_GENDER_MAN, ENGLISH },
  { "Doreen", "Askew", GW_GENDER_WOMAN, ENGLISH },
  { "Clive", "Pennant", GW_GENDER_MAN, CARIBBEAN },
  { "Olive", "Sandford", GW_GENDER_WOMAN, ENGLISH },
  { "Idris", "Vaughan", GW_GENDER_MAN, WELSH },
  { "Halina", "Sikora", GW_GENDER_WOMAN, POLISH },
  { "Ernest", "Thackray", GW_GENDER_MAN, ENGLISH },
};
const guint gw_sample_n_people_cast = G_N_ELEMENTS (gw_sample_people_cast);

const GwSampleCast gw_sample_colleague_cast[] = {
  { "Marta", "Zielińska", GW_GENDER_WOMAN, POLISH },
  { "Dev", "Rathod", GW_GENDER_MAN, SOUTH_ASIAN },
  { "Priya", "Menon", GW_GENDER_WOMAN, SOUTH_ASIAN },
  { "Amina", "Mirza", GW_GENDER_WOMAN, SOUTH_ASIAN },
  { "Gethin", "Prosser", GW_GENDER_MAN, WELSH },
  { "Chidi", "Okoro", GW_GENDER_MAN, NIGERIAN },
  { "Shanice", "Bramwell", GW_GENDER_WOMAN, CARIBBEAN },
  { "Kasia", "Wrona", GW_GENDER_WOMAN, POLISH },
  { "Callum", "Fairley", GW_GENDER_MAN, ENGLISH },
  { "Blessing", "Adeyemi", GW_GENDER_WOMAN, NIGERIAN },
  { "Beth", "Larkin", GW_GENDER_WOMAN, ENGLISH },
  { "Denzil", "Grange", GW_GENDER_MAN, CARIBBEAN },
};
const guint gw_sample_n_colleague_cast = G_N_ELEMENTS (gw_sample_colleague_cast);

const char *const gw_sample_teams[] = {
  "Canal Side",   "Orchard Hill", "Mill Lane",    "Castle Green", "Riverbank",
  "Station Road", "Foxholes",     "Weavers Yard", "Lower Common", "The Limes",
  "Beacon",       "Old Quarry",   NULL,
};

const char *const gw_sample_streets[] = {
  "Lockkeeper Row",    "Damson Close",      "Tollgate Street",  "Wharf Terrace",
  "Skylark Rise",      "Cobbler’s Walk",    "Bellfounder Lane", "Gosling Mead",
  "Quince Avenue",     "Ropewalk Gardens",  "Miller’s Reach",   "Starling Court",
  "Larder Street",     "Tinsmith Way",      "Curlew Drive",     "Old Brewery Yard",
  "Medlar Grove",      "Towpath Cottages",  "Sexton Street",    "Hopfield Road",
  "Drover’s Bank",     "Lantern Hill",      "Periwinkle Close", "Saddler’s Row",
  "Weir View",         "Almoner Street",    "Thimble Lane",     "Greengage Road",
  "Chandler Crescent", "Wren Terrace",      "Pinfold Gardens",  "Harebell Way",
  "Bargeman’s Walk",   "Cartwright Street", "Linnet Close",     NULL,
};

const char *const gw_sample_matters[] = {
  "My garden, and seeing the first snowdrops from the kitchen window.",
  "Chapel on Sunday morning and the choir afterwards.",
  "Knowing who is coming, and being asked rather than told.",
  "The football on Saturday. I have followed Hartlow Town since I was six.",
  "My granddaughter rings on Wednesdays at seven. I like to be sitting comfortably by then.",
  "Cooking my own food. I can still make the best curry in the street.",
  "My cat Biscuit, who decides when the day begins.",
  "Being outside every day, even if it is only to the bench by the lock.",
  "Bridge with the same three friends since 1978.",
  "My late wife’s photographs staying where she hung them.",
  "Good conversation. I taught history for thirty years and I miss an argument.",
  "Dressing properly: a shirt, a tie on Sundays, polished shoes.",
  "Music in the morning. Calypso before nine, anything after that.",
  "Speaking my own language now and then.",
  "Privacy. Knock, wait, and let me open the door myself.",
  "Baking for the neighbours’ children at the weekend.",
  "Keeping up with the news and doing the crossword in ink.",
  "The allotment. The leeks won a prize in 2019.",
  "My prayers, and a quiet quarter of an hour for them.",
  "Dancing, even sitting down.",
  NULL,
};

const char *const gw_sample_support[] = {
  "Give me time to find the word. I know it, it is only slow.",
  "Tell me what you are about to do before you do it.",
  "Let me do the buttons. Help only when I ask.",
  "Put the radio on low and the curtains open before anything else.",
  "Stand on my left side, I hear better there.",
  "Tea first, then tablets, then the rest of the day.",
  "If I say no, try again in ten minutes with a joke.",
  "Write on the kitchen board what we agreed.",
  "Please keep the walking frame where my hand finds it.",
  "Warm the towel. It changes everything.",
  "Ask me about the photographs when I am low.",
  "One thing at a time, and look at me when you talk.",
  NULL,
};

const char *const gw_sample_little_things[] = {
  "Tea in the blue cup",
  "Two sugars and no talk about it",
  "The window open a hand’s breadth",
  "Marmalade, not jam",
  "Radio on before the kettle",
  "A wave from the gate when you go",
  "Slippers warmed on the radiator",
  "The cat goes out first",
  "Toast cut in triangles",
  "The back page of the paper first",
  "A biscuit for the walk",
  "Call up the stairs, do not ring",
  "The tartan blanket, folded once",
  "Hymns low in the background",
  "A proper cup, with a saucer",
  "Ask about the leeks",
  "Ginger tea when it rains",
  "Say goodnight to the budgie",
  NULL,
};

const char *const gw_sample_access[] = {
  "Front door; ring twice and wait.",
  "Side gate, then the kitchen door.",
  "Main entrance, flat on the first floor, lift on the left.",
  "Ring the bell; a neighbour has a key.",
  "Back door through the yard. Mind the step.",
  "Key safe beside the meter cupboard.",
  NULL,
};

const char *const gw_sample_wellbeing[] = {
  "life story book",
  "a walk to the lock",
  "shopping together",
  "choir at the Institute",
  "letters and paperwork",
  "baking",
  "an hour in the garden",
  "coffee with friends",
  "practising the stairs",
  "library and a book",
  "film afternoon",
  "visiting the allotment",
  NULL,
};

const char *const gw_sample_purposes[4][6] = {
  { "breakfast and medication", "getting up and a shower", "washing, dressing and breakfast",
    "medication and eye drops", "getting up, breakfast and medication", NULL },
  { "lunch and a chat", "lunch and medication", "a hot lunch", NULL },
  { "tea and medication", "tea and a sandwich", NULL },
  { "supper and settling for the night", "getting ready for bed",
    "night medication and a hot drink", NULL },
};

guint
gw_sample_words_count (const char *const *words)
{
  guint n = 0;

  while (words[n] != NULL)
    n++;
  return n;
}
