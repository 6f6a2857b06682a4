"""One story of a harbour in three languages, as it is pasted: headline, writer, day, paragraphs."""

STORIES = {
    "en": ["Freighter aground in Ostrava Bay closes harbour", "By Anna Novak", "3 June 2024",
           "The harbour of Ostrava Bay was closed on Tuesday after a freighter ran aground, the "
           "port authority said, and ferries were sent to the neighbouring island of Lom instead.",
           "Divers found a hole of two metres below the waterline of the freighter, the authority "
           "said, adding that the harbour would stay closed until the hull had been mended.",
           "The captain told reporters that fog had come up within minutes, and that the pilot had "
           "lost sight of the buoys. Nobody was hurt when the freighter ran aground.",
           "Some 300 tonnes of oil are on board. Tugs will try to pull the freighter free of the "
           "sand at high water on Thursday, the port authority said."],
    "de": ["Frachter läuft vor Ostrau auf Grund und sperrt den Hafen", "Von Anna Novak",
           "3. Juni 2024",
           "Der Hafen von Ostrau ist am Dienstag geschlossen worden, nachdem ein Frachter auf "
           "Grund gelaufen war, teilte die Hafenbehörde mit; Fähren fahren vorerst zur Insel Lom.",
           "Taucher fanden unter der Wasserlinie des Frachters ein Loch von zwei Metern, wie die "
           "Behörde weiter mitteilte. Der Hafen bleibe geschlossen, bis der Rumpf geflickt sei.",
           "Der Kapitän sagte vor Reportern, der Nebel sei binnen Minuten aufgezogen, der Lotse "
           "habe die Bojen aus den Augen verloren. Verletzt wurde auf dem Frachter niemand.",
           "An Bord sind rund 300 Tonnen Öl. Schlepper sollen den Frachter am Donnerstag bei "
           "Hochwasser vom Grund ziehen, wie die Hafenbehörde ankündigte."],
    "es": ["Un carguero encalla en la bahía de Lom y obliga a cerrar el puerto",
           "Por Ana Nováková", "3 de junio de 2024",
           "El puerto de la bahía de Lom fue cerrado el martes después de que encallara un "
           "carguero, informó la autoridad portuaria, y los barcos se desviaron a la isla vecina.",
           "Los buzos hallaron un agujero de dos metros bajo la línea de flotación del carguero, "
           "dijo la autoridad, que mantendrá cerrado el puerto hasta que se repare el casco.",
           "El capitán contó a los periodistas que la niebla llegó en pocos minutos y que el "
           "práctico perdió de vista las boyas. Nadie resultó herido a bordo del carguero.",
           "El carguero lleva unas 300 toneladas de petróleo. Los remolcadores intentarán sacarlo "
           "de la arena de la bahía el jueves con la marea alta, según la autoridad."],
}  # fmt: skip
