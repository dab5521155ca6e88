//! The words by which a text says that somebody speaks, in English and German, and those that are capitalised without
//! being names. Other languages have marks only.

/// Words, separated by spaces.
pub struct List(&'static str);

impl List {
    /// Finds the letters first, which is much faster than going from word to word.
    pub fn has(&self, word: &str) -> bool {
        let is_edge = |c: Option<char>| c.is_none_or(|c| c == ' ');
        self.0.match_indices(word).any(|(at, found)| {
            let before = self.0.get(..at).and_then(|before| before.chars().next_back());
            is_edge(before) && is_edge(self.0.get(at + found.len()..).and_then(|rest| rest.chars().next()))
        })
    }
}

/// The words of one language. Lists in small letters are asked for words in small letters.
pub struct Words {
    /// Forms of verbs of saying.
    pub verbs: List,
    /// Words before whoever is the source: "laut".
    pub sources: List,
    pub pronouns: List,
    pub prepositions: List,
    /// Between the quoted pieces of one clause.
    pub conjunctions: List,
    /// What a whole clause follows: "that".
    pub clause_openers: List,
    /// Capitalised at the beginning of sentences, or always, and no part of a name.
    no_names: List,
    /// Before names; in German also as the end of longer words.
    titles: List,
    pub abbreviations: List,
    /// Whether every noun is capitalised.
    pub nouns_are_capitalised: bool,
}

impl Words {
    pub fn of(language: &str) -> &'static Words {
        match language {
            "en" => &ENGLISH,
            "de" => &GERMAN,
            _ => &OTHER,
        }
    }

    pub fn is_no_name(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        self.no_names.has(word) || self.pronouns.has(&small) || self.prepositions.has(&small)
    }

    pub fn is_title(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        let ends = |title: &str| self.nouns_are_capitalised && title.len() > 4 && small.ends_with(title);
        self.titles.has(&small) || self.titles.0.split_whitespace().any(ends)
    }
}

const ENGLISH: Words = Words {
    verbs: List(
        "say says said tell tells told add adds added warn warns warned ask asks asked answered replies \
        replied explain explains explained insist insists insisted argue argues argued claims claimed \
        states stated notes noted admit admits admitted announce announces announced declare declares \
        declared complain complains complained recall recalls recalled remember remembered suggest \
        suggests suggested stress stresses stressed believe believes believed write writes wrote remarked \
        commented reported promised demanded deny denies denied concede concedes conceded acknowledge \
        acknowledges acknowledged confirm confirms confirmed conclude concludes concluded continue \
        continued called describe describes described shouted joke joked quip quipped agree agreed observe \
        observed predict predicts predicted urge urges urged maintain maintains maintained",
    ),
    sources: List(""),
    pronouns: List("he she they it we i you"),
    prepositions: List(
        "in at on of from for to with by near about after before against between under over into through \
        during since until like as than",
    ),
    conjunctions: List("and or but"),
    clause_openers: List("that"),
    no_names: List(
        "the a an this that these those his her its their our my some many most all each every no nobody \
        The A An This That These Those His Her Its Their Our My Some Many Most All Each Every No Nobody \
        Everybody One Two Three But And Or Yet So If When While Where Who What Why How There Then Now \
        Today Yesterday Tomorrow Last Next Monday Tuesday Wednesday Thursday Friday Saturday Sunday \
        January February March April May June July August September October November December Easter \
        Christmas Earlier Later However Meanwhile According Asked",
    ),
    titles: List(
        "mr mrs ms miss dr prof professor sir lord lady dame president prime minister chancellor mayor \
        mayoress councillor councilman councilwoman senator sen governor gov representative rep judge \
        justice king queen prince princess pope bishop captain colonel general lieutenant sergeant officer \
        secretary chairman chairwoman chair director chief deputy vice",
    ),
    abbreviations: List("Mr Mrs Ms Dr Prof St Sen Gov Rep Gen Col Lt Rev Hon Jr Sr No vs etc"),
    nouns_are_capitalised: false,
};

const GERMAN: Words = Words {
    verbs: List(
        "sagt sagte sagten erklärt erklärte erklärten betont betonte warnt warnte mahnt mahnte meint meinte \
        fragt fragte antwortet antwortete entgegnet entgegnete erwidert erwiderte ergänzt ergänzte fügt \
        fügte kritisiert kritisierte fordert forderte fordern forderten verspricht versprach versichert \
        versicherte behauptet behauptete berichtet berichtete erzählt erzählte schreibt schrieb schrieben \
        ruft rief räumt räumte teilt teilte bestätigt bestätigte bekräftigt bekräftigte unterstreicht \
        unterstrich beklagt beklagte klagt klagte urteilt urteilte nennt nannte bezeichnet bezeichnete \
        spricht sprach äußert äußerte argumentiert argumentierte findet fand lobt lobte resümiert \
        resümierte sagen gesagt kündigt kündigte",
    ),
    sources: List("laut"),
    pronouns: List("er sie es wir ich man"),
    prepositions: List(
        "in im an am auf aus bei beim für mit nach seit von vom vor zu zum zur über unter gegen ohne um \
        durch während wegen neben zwischen bis als wie",
    ),
    conjunctions: List("und oder aber sowie"),
    clause_openers: List("dass daß"),
    no_names: List(
        "der die das dem den des ein eine einer einem einen eines sein seine ihr ihre kein keine Der Die \
        Das Dem Den Des Ein Eine Einer Einem Einen Sein Seine Ihr Ihre Kein Keine Und Oder Aber Doch Dann \
        Dort Hier Da Nun Jetzt So Wer Was Wo Wann Warum Wenn Weil Dass Ob Laut Dieser Diese Dieses Viele \
        Alle Beide Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Januar Februar \
        März April Mai Juni Juli August September Oktober November Dezember Ostern Weihnachten Gut Dies \
        Heute Gestern Morgen",
    ),
    titles: List(
        "herr frau dr prof professor professorin minister ministerin kanzler kanzlerin präsident \
        präsidentin bürgermeister bürgermeisterin sprecher sprecherin chef chefin vorsitzende vorsitzender \
        vorsitzenden direktor direktorin leiter leiterin trainer trainerin anwalt anwältin richter \
        richterin abgeordnete abgeordneter senator senatorin rat rätin geologe biologe forscher forscherin \
        autor autorin könig königin papst bischof general",
    ),
    abbreviations: List("Dr Prof Nr St ca bzw usw Mio Mrd etc Abs Art"),
    nouns_are_capitalised: true,
};

const OTHER: Words = Words {
    verbs: List(""),
    sources: List(""),
    pronouns: List(""),
    prepositions: List(""),
    conjunctions: List("et i и y e och"),
    clause_openers: List(""),
    no_names: List(""),
    titles: List(""),
    abbreviations: List("M Mme Dr"),
    nouns_are_capitalised: false,
};
