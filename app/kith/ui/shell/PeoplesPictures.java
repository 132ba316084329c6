package kith.ui.shell;

import javafx.scene.image.Image;

import kith.ui.widget.PersonPicture;
import kith.ui.widget.PersonPictures;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Where the windows' avatars get the pictures of people from.
record PeoplesPictures(ViewModels viewModels) implements PersonPictures.Source {

    @Override
    public CompletionStage<Optional<Image>> picture(
            PersonPicture picture, Function<byte[], Image> draw) {
        return viewModels.personPicture(picture, draw);
    }

    @Override
    public void outOfSight(PersonPicture picture) {
        viewModels.outOfSight(picture);
    }
}
