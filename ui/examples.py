"""Questions to start with, for each of the three groups; the built-in summaries answer them."""

EXAMPLES = {
    "ouder": (
        "Wie praten er mee over beter leerlingenvervoer?",
        "Wat doet het ouder- en jeugdsteunpunt?",
        "Wat kan ik doen als mijn kind thuiszit?",
        "Wat is een onderwijszorgarrangement?",
    ),
    "kamer": (
        "Hoeveel OZA-aanvragen zijn er goedgekeurd?",
        "Wat heeft de minister toegezegd over leerlingenvervoer?",
        "Wat staat er in het ambtelijk advies over de aanvragen?",
        "Wat wil de minister met hoogbegaafde leerlingen?",
    ),
    "helpdesk": (
        "Wat is doorzettingsmacht?",
        "Waar helpt de Vliegende Brigade bij?",
        "Wat is de zorgplicht van een school?",
        "Welke rol heeft het samenwerkingsverband?",
    ),
}
