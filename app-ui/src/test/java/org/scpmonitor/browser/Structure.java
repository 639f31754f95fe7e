package org.scpmonitor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.scpmonitor.browser.Visit.open;

import com.microsoft.playwright.Page;

/** What main screens are made of, in their order, as it is told to those who can't see them. */
enum Structure {
    OVERVIEW("", """
            - main:
              - heading "Panorama regional" [level=1]
              - group "Filtros"
              - heading "Trayectoria hacia la meta" [level=2]
              - group "Escala"
              - group "Vista"
              - heading "Calidad de los datos" [level=2]
            """),
    INDICATOR("indicators/GHG-01?programme=CL-PCS", """
            - main:
              - navigation "Ruta"
              - heading "Emisiones de gases de efecto invernadero, sin uso de la tierra" [level=1]
              - group "Filtros"
              - group "Vista"
              - img /Chile, Emisiones de gases de efecto invernadero/
              - heading "Estado según tres métodos" [level=2]
              - heading "Metas" [level=2]
            """),
    PROGRAMME("programmes/CL-PCS", """
            - main:
              - navigation "Ruta"
              - heading "Producción limpia y compras públicas sustentables" [level=1]
              - group "Filtros"
            """),
    METHODS("methods", """
            - main:
              - heading "Métodos" [level=1]
              - navigation "Métodos de esta página"
              - heading "Hito lineal" [level=2]
              - 'region "Ejemplo: Hito lineal"':
                - table "Ejemplo"
              - heading "Crecimiento" [level=2]
              - heading "Fecha de corte" [level=2]
            """),
    UNKNOWN("nowhere", """
            - main:
              - heading "Aquí no hay nada" [level=1]
              - link "Panorama regional"
              - link "Indicadores"
            """);

    private final String path;
    private final String parts;

    Structure(String path, String parts) {
        this.path = path;
        this.parts = parts;
    }

    void compare(Page page) {
        open(page, path + (path.contains("?") ? "&" : "?") + "lang=es");
        assertThat(page.locator("main")).matchesAriaSnapshot(parts);
    }
}
